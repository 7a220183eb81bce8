package org.kindlin.assays.image.tiff;

import java.util.Arrays;

/** PackBits (TIFF 6.0, section 9). */
final class PackBits {
    private PackBits() {}

    /** Unpacks until input or room is used up; the number of bytes that came out. */
    static int unpack(byte[] from, int start, int length, byte[] to) {
        int in = start;
        int end = start + length;
        int out = 0;
        while (in < end && out < to.length) {
            int head = from[in++];
            if (head >= 0) {
                int copied = Math.min(Math.min(head + 1, end - in), to.length - out);
                System.arraycopy(from, in, to, out, copied);
                in += head + 1;
                out += copied;
            } else if (head != -128 && in < end) {
                int repeated = Math.min(1 - head, to.length - out);
                Arrays.fill(to, out, out + repeated, from[in++]);
                out += repeated;
            }
        }
        return out;
    }
}
