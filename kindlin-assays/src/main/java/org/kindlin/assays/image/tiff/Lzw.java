package org.kindlin.assays.image.tiff;

import org.kindlin.assays.image.ImageDataException;

/**
 * LZW as TIFF has it: codes of 9 to 12 bits, most significant bit first, each width left one code early (TIFF 6.0, section
 * 13); and as writers before 1990 had it: least significant bit first, each width used up.
 */
final class Lzw {
    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int FIRST = 258;
    private static final int MOST = 4096;
    private static final int NONE = -1;

    private final byte[] from;
    private final int end;
    private final boolean isOld;
    private final int[] prefix = new int[MOST];
    private final byte[] suffix = new byte[MOST];
    private final byte[] first = new byte[MOST];
    private final int[] length = new int[MOST];
    private int at;
    private long bits;
    private int held;

    private Lzw(byte[] from, int start, int packed) {
        this.from = from;
        this.at = start;
        this.end = start + packed;
        this.isOld = packed > 1 && from[start] == 0 && (from[start + 1] & 1) == 1;
        for (int i = 0; i < CLEAR; i++) {
            prefix[i] = NONE;
            suffix[i] = (byte) i;
            first[i] = (byte) i;
            length[i] = 1;
        }
    }

    /** Unpacks until input or room is used up; the number of bytes that came out. */
    static int unpack(byte[] from, int start, int packed, byte[] to) throws ImageDataException {
        return new Lzw(from, start, packed).unpack(to);
    }

    private int unpack(byte[] to) throws ImageDataException {
        int out = 0;
        int next = FIRST;
        int width = 9;
        int previous = NONE;
        int early = isOld ? 0 : 1;
        while (out < to.length) {
            int code = next(width);
            if (code == NONE || code == END) {
                break;
            }
            if (code == CLEAR) {
                next = FIRST;
                width = 9;
                previous = NONE;
                continue;
            }
            if (code > next || (code >= FIRST && previous == NONE) || (code == next && next == MOST)) {
                throw new ImageDataException(
                        "byte " + at, "the LZW-packed samples cannot be unpacked", "copy or export the file again");
            }
            if (previous != NONE && next < MOST) {
                prefix[next] = previous;
                length[next] = length[previous] + 1;
                first[next] = first[previous];
                suffix[next] = first[code == next ? previous : code];
                next++;
            }
            out = write(code, to, out);
            previous = code;
            if (next + early >= 1 << width && width < 12) {
                width++;
            }
        }
        return out;
    }

    private int write(int code, byte[] to, int out) {
        int place = out + length[code];
        for (int c = code; c != NONE; c = prefix[c]) {
            place--;
            if (place < to.length) {
                to[place] = suffix[c];
            }
        }
        return Math.min(to.length, out + length[code]);
    }

    private int next(int width) {
        while (held < width) {
            if (at >= end) {
                return NONE;
            }
            long more = from[at++] & 0xFF;
            bits = isOld ? bits | more << held : bits << 8 | more;
            held += 8;
        }
        held -= width;
        int mask = (1 << width) - 1;
        if (isOld) {
            int code = (int) bits & mask;
            bits >>>= width;
            return code;
        }
        int code = (int) (bits >>> held) & mask;
        bits &= (1L << held) - 1;
        return code;
    }
}
