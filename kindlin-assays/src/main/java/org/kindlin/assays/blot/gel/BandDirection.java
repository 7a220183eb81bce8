package org.kindlin.assays.blot.gel;

import java.util.Arrays;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.image.Shrunk;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Whether bands lie across the picture, as they do where lanes run down. A band is wider than it is thick, so that most of what
 * it changes in brightness it changes along the lane.
 *
 * @param alongLanes share of all change of brightness beyond the noise that is down the picture, from 0 to 1; a half where
 *     nothing stands out
 */
public record BandDirection(double alongLanes) {
    private static final int SIDE = 300; // pixels of the shorter side that tell enough
    private static final double SMOOTHING = 1.5;
    private static final double NOISE = 12; // of squares with an exponential distribution, one in 160,000
    private static final double UPRIGHT = 0.55;
    private static final double ACROSS = 0.45;

    /** The direction of the bands of a picture. */
    public static BandDirection of(BlotSignal signal) {
        int factor = Math.max(1, Math.min(signal.width(), signal.height()) / SIDE);
        Shrunk small = Shrunk.of(signal.values(), signal.width(), signal.height(), factor, factor);
        int width = small.width();
        float[] smooth = GaussianFilter.smooth(small.values(), width, small.height(), SMOOTHING, SMOOTHING);
        double[] across = new double[smooth.length];
        double[] down = new double[smooth.length];
        int n = 0;
        for (int y = 1; y < small.height() - 1; y++) {
            for (int x = 1; x < width - 1; x++, n++) {
                int i = y * width + x;
                across[n] = square(smooth[i + 1] - smooth[i - 1]);
                down[n] = square(smooth[i + width] - smooth[i - width]);
            }
        }
        return new BandDirection(share(Arrays.copyOf(across, n), Arrays.copyOf(down, n)));
    }

    private static double square(double value) {
        return value * value;
    }

    /** Every pixel's change of brightness counts once, not by its square: weak bands have a say beside strong ones. */
    private static double share(double[] across, double[] down) {
        double[] both = new double[across.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = across[i] + down[i];
        }
        double threshold = both.length == 0 ? 0 : NOISE / Math.log(2) * Descriptive.median(both);
        double all = 0;
        double along = 0;
        for (int i = 0; i < both.length; i++) {
            if (both[i] > threshold) {
                all += Math.sqrt(both[i]);
                along += down[i] / Math.sqrt(both[i]);
            }
        }
        return all > 0 ? along / all : 0.5;
    }

    /** Whether lanes run across the picture: it lies on its side. */
    public boolean isTurned() {
        return alongLanes < ACROSS;
    }

    /** Whether the picture does not tell which way its lanes run. */
    public boolean isUnsure() {
        return !isTurned() && alongLanes < UPRIGHT;
    }
}
