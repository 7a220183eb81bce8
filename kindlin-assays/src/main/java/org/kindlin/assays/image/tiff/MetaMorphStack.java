package org.kindlin.assays.image.tiff;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.image.ImageDataException;
import org.kindlin.assays.image.ImageScale;

/**
 * The stack of a MetaMorph file (Molecular Devices, MetaMorph Stack File Format): one directory, whose entry UIC2 has as many values
 * as there are pictures, one after the other in the file.
 *
 * @param planes number of pictures
 * @param pixelSize width of a pixel in micrometres
 * @param frameInterval mean seconds between pictures, where their times differ
 */
record MetaMorphStack(int planes, OptionalDouble pixelSize, OptionalDouble frameInterval) {
    private static final int LONG = 4;
    private static final int WORD = 4;
    private static final int X_CALIBRATION = 4;
    private static final int UNITS = 6;
    private static final int PER_PLANE = 6 * WORD; // distance as a rational, then day and millisecond of two dates
    private static final long MILLISECONDS_A_DAY = 86_400_000;
    private static final int LONGEST_UNIT = 64;

    /** The stack that a directory describes; empty where it is none of MetaMorph's. */
    static Optional<MetaMorphStack> of(TiffDirectory directory) throws ImageDataException {
        TiffField planes = directory.find(TiffTag.METAMORPH_PLANES).orElse(null);
        if (planes == null || planes.count() > TiffDirectory.MOST_PAGES) {
            return Optional.empty();
        }
        int count = (int) planes.count();
        return Optional.of(new MetaMorphStack(count, pixelSize(directory), interval(planes, count)));
    }

    ImageScale scale() {
        int frames = frameInterval.isPresent() ? planes : 1;
        return new ImageScale(pixelSize, frameInterval, 1, planes / frames, frames, ImageScale.CHANNELS_FIRST);
    }

    private static OptionalDouble interval(TiffField planes, int count) throws ImageDataException {
        if (count < 2) {
            return OptionalDouble.empty();
        }
        long last = planes.at() + (count - 1L) * PER_PLANE;
        double passed = time(planes.bytes(), last) - time(planes.bytes(), planes.at());
        return passed > 0 ? OptionalDouble.of(passed / 1000.0 / (count - 1)) : OptionalDouble.empty();
    }

    private static long time(TiffBytes bytes, long plane) throws ImageDataException {
        return MILLISECONDS_A_DAY * bytes.unsignedInt(plane + 2 * WORD) + bytes.unsignedInt(plane + 3 * WORD);
    }

    /** Pairs of a name and the place of its value. */
    private static OptionalDouble pixelSize(TiffDirectory directory) throws ImageDataException {
        TiffField settings = directory.find(TiffTag.METAMORPH_SETTINGS).orElse(null);
        if (settings == null || settings.type() != LONG) {
            return OptionalDouble.empty();
        }
        TiffBytes bytes = settings.bytes();
        double width = 0;
        OptionalDouble unit = OptionalDouble.empty();
        for (long i = 0; i < settings.count(); i++) {
            long pair = settings.at() + 2 * WORD * i;
            long value = bytes.unsignedInt(pair + WORD);
            if (bytes.unsignedInt(pair) == X_CALIBRATION) {
                width = bytes.unsignedInt(value) / (double) bytes.unsignedInt(value + WORD);
            } else if (bytes.unsignedInt(pair) == UNITS) {
                int length = (int) Math.min(LONGEST_UNIT, bytes.unsignedInt(value));
                unit = Lengths.micrometres(bytes.text(value + WORD, length));
            }
        }
        return unit.isPresent() ? OptionalDouble.of(width * unit.getAsDouble()) : unit;
    }
}
