package org.kindlin.assays.image.reader;

/** What the first chunk of a PNG says of its pixels (W3C Portable Network Graphics, third edition, section 11.2.1). */
final class PngHeader {
    private static final int BIT_DEPTH = 24;
    private static final int COLOUR_TYPE = 25;

    private PngHeader() {}

    /** Bits that a pixel has before it is packed; 1 for a file that is cut off there. */
    static int bitsPerPixel(byte[] file) {
        if (file.length <= COLOUR_TYPE) {
            return 1;
        }
        int channels = switch (file[COLOUR_TYPE]) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        return Math.clamp(file[BIT_DEPTH], 1, 16) * channels;
    }
}
