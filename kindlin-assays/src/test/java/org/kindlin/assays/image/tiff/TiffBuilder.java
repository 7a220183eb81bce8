package org.kindlin.assays.image.tiff;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Puts small little-endian TIFFs together entry by entry, so that a test can make any one of them odd. */
final class TiffBuilder {
    static final int WIDTH = 6;
    static final int HEIGHT = 4;

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Map<Integer, Entry> entries = new TreeMap<>();
    private int link = 4;
    private final Map<Integer, Integer> targets = new TreeMap<>();

    TiffBuilder() {
        out.writeBytes(new byte[] {'I', 'I', 42, 0, 0, 0, 0, 0});
    }

    private record Entry(int type, int count, byte[] values) {}

    /** The sample at an index of a picture. */
    static int sample(int index, int page) {
        return (index * 37 + page * 11) % 251;
    }

    static byte[] samples(int page) {
        byte[] samples = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) sample(i, page);
        }
        return samples;
    }

    /** Bytes anywhere; where they are is returned. */
    int data(byte[] bytes) {
        while (out.size() % 2 != 0) {
            out.write(0);
        }
        int at = out.size();
        out.writeBytes(bytes);
        return at;
    }

    TiffBuilder longs(int tag, int... values) {
        return words(LONG, tag, values.length, values);
    }

    /** As many words as there are, under a type and a number of values of the file's own. */
    TiffBuilder words(int type, int tag, int count, int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * words.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(words).forEach(bytes::putInt);
        entries.put(tag, new Entry(type, count, bytes.array()));
        return this;
    }

    TiffBuilder rational(int tag, int numerator, int denominator) {
        return words(RATIONAL, tag, 1, numerator, denominator);
    }

    TiffBuilder shorts(int tag, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        Arrays.stream(values).forEach(value -> bytes.putShort((short) value));
        entries.put(tag, new Entry(SHORT, values.length, bytes.array()));
        return this;
    }

    TiffBuilder bytes(int type, int tag, byte[] values) {
        entries.put(tag, new Entry(type, values.length, values));
        return this;
    }

    TiffBuilder text(int tag, String text, Charset charset) {
        return bytes(ASCII, tag, (text + "\0").getBytes(charset));
    }

    TiffBuilder description(String text) {
        return text(TiffTag.DESCRIPTION, text, StandardCharsets.UTF_8);
    }

    /** The entries of a grey picture of 8 bits at a place. */
    TiffBuilder grey(int at) {
        shorts(TiffTag.WIDTH, WIDTH).shorts(TiffTag.HEIGHT, HEIGHT).shorts(TiffTag.BITS_PER_SAMPLE, 8);
        shorts(TiffTag.COMPRESSION, 1).shorts(TiffTag.PHOTOMETRIC, 1).shorts(TiffTag.ROWS_PER_STRIP, HEIGHT);
        return longs(TiffTag.STRIP_OFFSETS, at).longs(TiffTag.STRIP_BYTE_COUNTS, WIDTH * HEIGHT);
    }

    TiffBuilder grey(byte[] samples) {
        return grey(data(samples));
    }

    /** Ends the directory; the next entries belong to the next. */
    TiffBuilder end() {
        Map<Integer, byte[]> places = new TreeMap<>();
        entries.forEach((tag, entry) -> places.put(
                tag,
                entry.values.length <= 4
                        ? Arrays.copyOf(entry.values, 4)
                        : ByteBuffer.allocate(4)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .putInt(data(entry.values))
                                .array()));
        ByteBuffer directory = ByteBuffer.allocate(6 + 12 * entries.size()).order(ByteOrder.LITTLE_ENDIAN);
        directory.putShort((short) entries.size());
        entries.forEach((tag, entry) -> directory
                .putShort((short) (int) tag)
                .putShort((short) entry.type)
                .putInt(entry.count)
                .put(places.get(tag)));
        int at = data(directory.array());
        targets.put(link, at);
        link = out.size() - 4;
        entries.clear();
        return this;
    }

    /** Lets the last directory point back to the first. */
    TiffBuilder closed() {
        targets.put(link, targets.get(4));
        return this;
    }

    byte[] file() {
        byte[] bytes = out.toByteArray();
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        targets.forEach(file::putInt);
        return bytes;
    }
}
