package org.kindlin.assays.image.tiff;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes uncompressed grey TIFFs of 8 or 16 bits, one page after the other, with their description right behind the header, where
 * a mark in it is seen first.
 */
public final class TiffWriter {
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int ASCII = 2;
    private static final int RATIONAL = 5;
    private static final int ENTRIES = 11;
    private static final int PER_UNIT = 1_000_000;

    private TiffWriter() {}

    /**
     * What pages hold.
     *
     * @param bits of a sample, 8 or 16
     * @param channels that successive pages alternate between
     */
    public record Pages(int bits, int channels) {
        /** One channel of 16 bits. */
        public static final Pages GREY_16 = new Pages(16, 1);

        public Pages {
            if ((bits != 8 && bits != 16) || channels < 1) {
                throw new IllegalArgumentException(bits + " bits, " + channels + " channels");
            }
        }
    }

    /** A stack of one channel of 16 bits with ImageJ's description of it. */
    public static byte[] stack(
            int width, int height, List<short[]> pages, double micrometres, double seconds, String remark) {
        return stack(Pages.GREY_16, width, height, pages, micrometres, seconds, remark);
    }

    /**
     * A stack with ImageJ's description of it.
     *
     * @param samples of each page, unsigned, row by row
     * @param micrometres width of a pixel; 0 for not stated
     * @param seconds between frames; 0 for not stated
     * @param remark a line of the description
     */
    public static byte[] stack(
            Pages kind,
            int width,
            int height,
            List<short[]> samples,
            double micrometres,
            double seconds,
            String remark) {
        StringBuilder text = new StringBuilder("ImageJ=1.54p\n");
        int images = samples.size();
        if (images > 1) {
            text.append("images=").append(images).append('\n');
            if (kind.channels() > 1) {
                text.append("channels=").append(kind.channels()).append("\nhyperstack=true\n");
            }
            text.append("frames=").append(images / kind.channels()).append('\n');
        }
        if (micrometres > 0) {
            text.append("unit=micron\n");
        }
        if (seconds > 0) {
            text.append("finterval=").append(seconds).append('\n');
        }
        byte[] description = (text + "info=" + remark + "\n\0").getBytes(StandardCharsets.US_ASCII);
        return write(kind.bits(), width, height, samples, micrometres, description);
    }

    private static byte[] write(
            int bits, int width, int height, List<short[]> pages, double micrometres, byte[] description) {
        int even = description.length + description.length % 2;
        int resolution = 8 + even;
        int first = resolution + 8;
        int pixels = bits / 8 * width * height;
        int padding = pixels % 2; // directories begin at even places
        int directory = 2 + 12 * ENTRIES + 4;
        byte[] header = new byte[first];
        ByteBuffer head = littleEndian(header);
        head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(first);
        head.put(description);
        head.position(resolution);
        head.putInt(micrometres > 0 ? PER_UNIT : 1)
                .putInt(micrometres > 0 ? (int) Math.rint(PER_UNIT * micrometres) : 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(header);
        for (int page = 0; page < pages.size(); page++) {
            int at = first + page * (directory + pixels + padding);
            byte[] bytes = new byte[directory + pixels + padding];
            ByteBuffer one = littleEndian(bytes);
            one.putShort((short) ENTRIES);
            entry(one, 256, LONG, 1, width);
            entry(one, 257, LONG, 1, height);
            entry(one, 258, SHORT, 1, bits);
            entry(one, 259, SHORT, 1, 1);
            entry(one, 262, SHORT, 1, 1);
            entry(one, 270, ASCII, description.length, 8);
            entry(one, 273, LONG, 1, at + directory);
            entry(one, 277, SHORT, 1, 1);
            entry(one, 278, LONG, 1, height);
            entry(one, 279, LONG, 1, pixels);
            entry(one, 282, RATIONAL, 1, resolution);
            one.putInt(page == pages.size() - 1 ? 0 : at + directory + pixels + padding);
            for (short sample : pages.get(page)) {
                if (bits == 8) {
                    one.put((byte) sample);
                } else {
                    one.putShort(sample);
                }
            }
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void entry(ByteBuffer to, int tag, int type, int count, int value) {
        to.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
