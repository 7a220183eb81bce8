package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.image.TwoModes;

/**
 * A glance at the texture of a few rows of every frame, which tells whether all of it need be measured: not where noise hides the
 * cells clearly, so that the frames will be smoothed more.
 */
final class Glance {
    private static final int ROWS = 7; // a frame
    private static final double LEAST_RATIO = 2; // where cells and plastic are clearly two
    private static final double MOST_RATIO = 0.94 * Denoised.CLEAR;
    private static final double DEEPEST = 0.35;
    private static final double TAIL = 3.5; // deviations up to which a Gaussian reaches

    private Glance() {}

    /** Whether cells are seen in frames smoothed so far, and are clearly too faint. */
    static boolean isFaint(List<Exposure> frames, double smoothing, int reach) {
        int around = reach + 1 + (int) Math.ceil(TAIL * smoothing);
        List<Texture> rows = new ArrayList<>();
        for (Exposure frame : frames) {
            ImagePlane plane = frame.frame().plane();
            if (plane.height() < ROWS * (2 * around + 1)) {
                return false; // nothing to be gained
            }
            for (int i = 0; i < ROWS && frame.isJudged(); i++) {
                int middle = (int) ((i + 0.5) / ROWS * plane.height());
                ImagePlane band = plane.crop(0, middle - around, plane.width(), 2 * around + 1);
                rows.add(Texture.ofMiddle(Denoised.smooth(band, smoothing), reach));
            }
        }
        return TextureModel.of(rows).modes().filter(Glance::isFaint).isPresent();
    }

    private static boolean isFaint(TwoModes modes) {
        double ratio = StrictMath.exp(modes.high() - modes.low());
        return ratio > LEAST_RATIO && ratio < MOST_RATIO && modes.valley() < DEEPEST;
    }
}
