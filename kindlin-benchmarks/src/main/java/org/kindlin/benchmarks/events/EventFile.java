package org.kindlin.benchmarks.events;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.kindlin.numerics.random.RandomStream;

/**
 * Writes FCS 3.1 files of the workload, of any size in little memory: a million events are drawn, and a larger file repeats
 * them. Log-normal numbers; dyes are dim or bright with equal chance and have Gaussian noise.
 */
final class EventFile {
    private static final int DRAWN = 1_000_000;
    private static final int HEADER = 58;
    /** Room for TEXT, which is filled with spaces after its last delimiter. */
    private static final int TEXT = 4096 - HEADER;

    private EventFile() {}

    static void write(Path file, long events) throws IOException {
        byte[] drawn = rows((int) Math.min(events, DRAWN));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(head(events).getBytes(StandardCharsets.US_ASCII));
            long rest = events * Float.BYTES * EventWorkload.CHANNELS;
            while (rest > 0) {
                int length = (int) Math.min(rest, drawn.length);
                out.write(drawn, 0, length);
                rest -= length;
            }
        }
    }

    private static String head(long events) {
        StringBuilder text = new StringBuilder("/$BEGINANALYSIS/0/$ENDANALYSIS/0/$BEGINSTEXT/0/$ENDSTEXT/0/$NEXTDATA/0")
                .append("/$MODE/L/$DATATYPE/F/$BYTEORD/1,2,3,4/$BEGINDATA/")
                .append(HEADER + TEXT)
                .append("/$ENDDATA/")
                .append(HEADER + TEXT + events * Float.BYTES * EventWorkload.CHANNELS - 1)
                .append("/$TOT/")
                .append(events)
                .append("/$PAR/")
                .append(EventWorkload.CHANNELS);
        for (int c = 0; c < EventWorkload.CHANNELS; c++) {
            String prefix = "/$P" + (c + 1);
            text.append(prefix).append("N/").append(EventWorkload.name(c));
            text.append(prefix)
                    .append("B/32")
                    .append(prefix)
                    .append("E/0,0")
                    .append(prefix)
                    .append("R/262144");
        }
        text.append('/');
        String header = String.format(
                Locale.ROOT, "FCS3.1    %8d%8d%8d%8d%8d%8d", HEADER, HEADER + text.length() - 1, 0, 0, 0, 0);
        return header + text + " ".repeat(TEXT - text.length());
    }

    private static byte[] rows(int events) {
        RandomStream random = RandomStream.ofSeed(7);
        byte[] bytes = new byte[events * EventWorkload.CHANNELS * Float.BYTES];
        ByteBuffer rows = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < events; i++) {
            for (int c = 0; c < EventWorkload.CHANNELS; c++) {
                rows.putFloat((float) value(c < EventWorkload.CHANNELS - EventWorkload.DYES, random));
            }
        }
        return bytes;
    }

    private static double value(boolean isScatter, RandomStream random) {
        return isScatter
                ? random.nextLogNormal(80000, 0.5)
                : random.nextLogNormal(random.nextInt(2) == 0 ? 300 : 8000, 0.6) + 40 * random.nextGaussian();
    }
}
