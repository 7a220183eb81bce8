package org.kindlin.assays.image.tiff;

import org.kindlin.assays.image.ImageDataException;

/**
 * One entry of a directory; its values stay in the file until they are asked for.
 *
 * @param type as in TIFF 6.0, section 2, and BigTIFF
 * @param count number of values
 * @param at where the values begin
 */
record TiffField(TiffBytes bytes, int tag, int type, long count, long at) {
    private static final int BYTE = 1;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int FLOAT = 11;
    private static final int DOUBLE = 12;
    private static final int IFD = 13;
    private static final int LONG8 = 16;
    private static final int IFD8 = 18;
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
    private static final int LONGEST_TEXT = 8 << 20;

    /** Bytes of one value of a type; 0 for a type nobody knows. */
    static int size(int type) {
        return type < SIZES.length ? SIZES[type] : 0;
    }

    /** A whole number. */
    long number(long index) throws ImageDataException {
        if (index < 0 || index >= count) {
            throw damaged("it has " + count + " values");
        }
        long place = at + index * size(type);
        return switch (type) {
            case BYTE -> bytes.unsignedByte(place);
            case SHORT -> bytes.unsignedShort(place);
            case LONG, IFD -> bytes.unsignedInt(place);
            case LONG8, IFD8 -> bytes.signedLong(place);
            default -> throw damaged("its type is " + type);
        };
    }

    /** A number with a fraction; not a number where a rational has no denominator. */
    double real() throws ImageDataException {
        return switch (type) {
            case RATIONAL -> bytes.unsignedInt(at) / (double) bytes.unsignedInt(at + 4);
            case FLOAT -> bytes.real(at);
            case DOUBLE -> bytes.doubleReal(at);
            default -> number(0);
        };
    }

    String text() throws ImageDataException {
        return bytes.text(at, (int) Math.min(count, LONGEST_TEXT));
    }

    ImageDataException damaged(String why) {
        return new ImageDataException("tag " + tag, "the entry makes no sense: " + why, "export the picture again");
    }
}
