package org.kindlin.assays.image.tiff;

import java.util.Map;
import org.kindlin.assays.image.ImageDataException;

/** How the strips and tiles of a TIFF are packed. */
enum TiffCompression {
    NONE(1),
    LZW(3000), // 4096 codes of 12 bits stand for at most 8 MB in 6 kB
    PACK_BITS(64),
    DEFLATE(1040);

    private static final Map<Integer, String> REFUSED = Map.ofEntries(
            Map.entry(2, "CCITT modified Huffman (black and white facsimile)"),
            Map.entry(3, "CCITT group 3 (black and white facsimile)"),
            Map.entry(4, "CCITT group 4 (black and white facsimile)"),
            Map.entry(6, "JPEG of the old style, which is lossy"),
            Map.entry(7, "JPEG, which is lossy"),
            Map.entry(32771, "CCITT, word-aligned (black and white facsimile)"),
            Map.entry(32809, "ThunderScan"),
            Map.entry(33003, "JPEG 2000 (Aperio)"),
            Map.entry(33005, "JPEG 2000 (Aperio)"),
            Map.entry(34712, "JPEG 2000"),
            Map.entry(34892, "JPEG, which is lossy"),
            Map.entry(34925, "LZMA"),
            Map.entry(50000, "Zstandard"),
            Map.entry(50001, "WebP"),
            Map.entry(52546, "JPEG XL"));

    private final int mostRatio;

    TiffCompression(int mostRatio) {
        this.mostRatio = mostRatio;
    }

    /** How many times it can shrink anything. */
    int mostRatio() {
        return mostRatio;
    }

    static TiffCompression of(int code) throws ImageDataException {
        return switch (code) {
            case 1 -> NONE;
            case 5 -> LZW;
            case 8, 32946 -> DEFLATE;
            case 32773 -> PACK_BITS;
            default ->
                throw new ImageDataException(
                        "tag 259",
                        "the picture is packed by " + REFUSED.getOrDefault(code, "method " + code)
                                + ", which is not read here",
                        "save it as TIFF without compression, or with LZW or ZIP");
        };
    }

    /** The bytes of one strip or tile; what is missing at its end stays zero and is told as false. */
    boolean unpack(byte[] file, int from, int length, byte[] to) throws ImageDataException {
        return switch (this) {
            case NONE -> {
                System.arraycopy(file, from, to, 0, Math.min(length, to.length));
                yield length >= to.length;
            }
            case LZW -> Lzw.unpack(file, from, length, to) == to.length;
            case PACK_BITS -> PackBits.unpack(file, from, length, to) == to.length;
            case DEFLATE -> Deflated.unpack(file, from, length, to) == to.length;
        };
    }
}
