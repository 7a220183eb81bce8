package org.kindlin.assays.image.tiff;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.kindlin.assays.image.ImageDataException;

/** Deflate in a zlib wrapper (Adobe Photoshop TIFF Technical Notes, 2002; RFC 1950). */
final class Deflated {
    private Deflated() {}

    /** Unpacks until input or room is used up; the number of bytes that came out. */
    static int unpack(byte[] from, int start, int length, byte[] to) throws ImageDataException {
        int out = 0;
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(from, start, length);
            while (out < to.length && !inflater.finished()) {
                int some = inflater.inflate(to, out, to.length - out);
                if (some == 0) {
                    break;
                }
                out += some;
            }
        } catch (DataFormatException e) {
            throw new ImageDataException(
                    "byte " + start, "the ZIP-packed samples cannot be unpacked", "copy or export the file again");
        }
        return out;
    }
}
