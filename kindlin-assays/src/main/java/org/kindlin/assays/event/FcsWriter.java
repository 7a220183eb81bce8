package org.kindlin.assays.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes list-mode FCS 3.1: one data set, little-endian, single or double precision, on the linear scale. Offsets beyond
 * 99,999,999 go to TEXT alone, as the standard has it.
 */
public final class FcsWriter {
    private static final char DELIMITER = '/';
    private static final long LARGEST_IN_HEADER = 99_999_999;
    private static final int EVENTS_AT_A_TIME = 4096;

    private FcsWriter() {}

    /**
     * One parameter to write.
     *
     * @param name {@code $PnN}; not empty, without commas
     * @param stain {@code $PnS}; empty for none
     * @param range {@code $PnR}, the end of the instrument's scale
     * @param values one per event
     */
    public record Channel(String name, String stain, double range, Column values) {
        public Channel {
            if (name.isEmpty() || name.contains(",")) {
                throw new IllegalArgumentException("'" + name + "' is no parameter name of FCS 3.1");
            }
        }
    }

    /** The file as bytes. */
    public static byte[] bytes(List<Channel> channels, Map<String, String> keywords) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        try {
            write(channels, keywords, stream);
        } catch (IOException e) {
            throw new UncheckedIOException("memory", e);
        }
        return stream.toByteArray();
    }

    /**
     * Writes a file.
     *
     * @param keywords more keywords, such as {@code $SPILLOVER}, {@code $TIMESTEP} or {@code $COM}; those that this writer
     *     sets are not among them. Empty values are left out, as the standard demands
     * @throws IllegalArgumentException if channels differ in their number of events
     */
    public static void write(List<Channel> channels, Map<String, String> keywords, OutputStream out)
            throws IOException {
        int events = channels.isEmpty() ? 0 : channels.getFirst().values().size();
        if (channels.stream().anyMatch(channel -> channel.values().size() != events)) {
            throw new IllegalArgumentException("channels differ in their number of events");
        }
        long bytes = events * (long) rowBytes(channels);
        long begin = FcsHeader.LENGTH;
        byte[] text = text(channels, keywords, events, 0, 0);
        long dataBegin = 0;
        while (dataBegin != begin + text.length) {
            dataBegin = begin + text.length;
            text = text(channels, keywords, events, dataBegin, dataBegin + bytes - 1);
        }
        out.write(header(begin, dataBegin, bytes));
        out.write(text);
        events(channels, events, out);
        out.write("00000000".getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] header(long textBegin, long dataBegin, long bytes) {
        long dataEnd = dataBegin + bytes - 1;
        boolean fits = dataEnd <= LARGEST_IN_HEADER;
        String header = String.format(
                Locale.ROOT,
                "FCS3.1    %8d%8d%8d%8d%8d%8d",
                textBegin,
                dataBegin - 1,
                fits ? dataBegin : 0,
                fits ? dataEnd : 0,
                0,
                0);
        return header.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isDouble(List<Channel> channels) {
        return channels.stream().anyMatch(channel -> channel.values() instanceof Column.Doubles);
    }

    private static int rowBytes(List<Channel> channels) {
        return channels.size() * (isDouble(channels) ? Double.BYTES : Float.BYTES);
    }

    private static byte[] text(
            List<Channel> channels, Map<String, String> more, int events, long dataBegin, long dataEnd) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("$BEGINANALYSIS", "0");
        all.put("$ENDANALYSIS", "0");
        all.put("$BEGINSTEXT", "0");
        all.put("$ENDSTEXT", "0");
        all.put("$BEGINDATA", Long.toString(dataBegin));
        all.put("$ENDDATA", Long.toString(dataEnd));
        all.put("$NEXTDATA", "0");
        all.put("$MODE", "L");
        all.put("$DATATYPE", isDouble(channels) ? "D" : "F");
        all.put("$BYTEORD", "1,2,3,4");
        all.put("$TOT", Integer.toString(events));
        all.put("$PAR", Integer.toString(channels.size()));
        more.forEach((key, value) -> all.putIfAbsent(key.toUpperCase(Locale.ROOT), value));
        int number = 1;
        for (Channel channel : channels) {
            String prefix = "$P" + number++;
            all.put(prefix + "N", channel.name());
            all.put(prefix + "S", channel.stain());
            all.put(prefix + "B", isDouble(channels) ? "64" : "32");
            all.put(prefix + "E", "0,0");
            all.put(prefix + "R", plain(channel.range()));
        }
        StringBuilder text = new StringBuilder().append(DELIMITER);
        all.forEach((key, value) -> {
            if (!value.isEmpty()) {
                text.append(escaped(key))
                        .append(DELIMITER)
                        .append(escaped(value))
                        .append(DELIMITER);
            }
        });
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String plain(double range) {
        return range == Math.rint(range) && Math.abs(range) < 1e15
                ? Long.toString((long) range)
                : Double.toString(range);
    }

    private static String escaped(String text) {
        return text.replace(String.valueOf(DELIMITER), String.valueOf(DELIMITER).repeat(2));
    }

    private static void events(List<Channel> channels, int events, OutputStream out) throws IOException {
        boolean isDouble = isDouble(channels);
        ByteBuffer rows = ByteBuffer.allocate(EVENTS_AT_A_TIME * Math.max(1, rowBytes(channels)))
                .order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < events; from += EVENTS_AT_A_TIME) {
            rows.clear();
            for (int i = from; i < Math.min(events, from + EVENTS_AT_A_TIME); i++) {
                for (Channel channel : channels) {
                    if (isDouble) {
                        rows.putDouble(channel.values().get(i));
                    } else {
                        rows.putFloat((float) channel.values().get(i));
                    }
                }
            }
            out.write(rows.array(), 0, rows.position());
        }
    }
}
