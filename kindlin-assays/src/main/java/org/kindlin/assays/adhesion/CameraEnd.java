package org.kindlin.assays.adhesion;

import java.util.List;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.SampleDepth;

/** The value at which a camera ends: the highest of a channel, where it is one that converters end at and several pixels have it. */
final class CameraEnd {
    private static final int SEVERAL = 4;
    private static final int FEWEST_BITS = 8;

    private CameraEnd() {}

    /** Infinite where no pixel has run into it. */
    static double of(List<ImagePlane> frames, SampleDepth depth) {
        double highest = Double.NEGATIVE_INFINITY;
        int pixels = 0;
        for (ImagePlane frame : frames) {
            for (int i = 0; i < frame.samples().length(); i++) {
                double value = frame.samples().at(i);
                if (value > highest) {
                    highest = value;
                    pixels = 0;
                }
                pixels += value == highest ? 1 : 0;
            }
        }
        boolean isEnd = highest == depth.ceiling().orElse(Double.NaN) || isPowerLessOne(highest);
        return isEnd && pixels >= SEVERAL ? highest : Double.POSITIVE_INFINITY;
    }

    /** 255, 1023, 4095, 16383: of cameras of fewer bits than their files. */
    private static boolean isPowerLessOne(double value) {
        double next = value + 1;
        return next >= 1 << FEWEST_BITS
                && next == Math.rint(next)
                && next < 1 << 30
                && Integer.bitCount((int) next) == 1;
    }
}
