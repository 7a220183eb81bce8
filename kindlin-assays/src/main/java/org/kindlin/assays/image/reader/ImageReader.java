package org.kindlin.assays.image.reader;

import java.util.Optional;
import org.kindlin.assays.image.ImageDataException;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.tiff.TiffReader;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Faults;

/** Reads an image file by its content: TIFF and BigTIFF, PNG, JPEG. */
public final class ImageReader {
    private ImageReader() {}

    /** The picture, or empty after one fault that says what is wrong with the file. */
    public static Optional<Picture> read(RawFile file, Faults faults) {
        try {
            return Optional.of(read(file));
        } catch (ImageDataException e) {
            faults.add(file.path(), e.place(), e.problem(), e.remedy());
            return Optional.empty();
        }
    }

    /** Whether the content begins as an image that is read here. */
    public static boolean isImage(byte[] bytes) {
        return TiffReader.isTiff(bytes) || isPng(bytes) || isJpeg(bytes);
    }

    private static Picture read(RawFile file) throws ImageDataException {
        byte[] bytes = file.bytes();
        if (TiffReader.isTiff(bytes)) {
            return TiffReader.read(file);
        }
        if (isPng(bytes)) {
            return CommonImages.png(file);
        }
        if (isJpeg(bytes)) {
            return CommonImages.jpeg(file);
        }
        throw new ImageDataException(
                "", bytes.length == 0 ? "the file is empty" : "this is no TIFF, PNG or JPEG image", remedy(bytes));
    }

    private static String remedy(byte[] bytes) {
        if (startsWith(bytes, 'B', 'M') || startsWith(bytes, 'G', 'I', 'F')) {
            return "save it as TIFF or PNG; a GIF holds 256 colours only";
        }
        return "export the picture from the instrument's program as TIFF";
    }

    private static boolean isPng(byte[] bytes) {
        return startsWith(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n');
    }

    private static boolean isJpeg(byte[] bytes) {
        return startsWith(bytes, 0xFF, 0xD8, 0xFF);
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
