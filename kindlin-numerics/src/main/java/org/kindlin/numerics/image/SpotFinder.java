package org.kindlin.numerics.image;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Finds bright spots of one size: the maxima of a difference of two Gaussians, which stands for the Laplacian of a Gaussian
 * (T. Lindeberg, Int. J. Comput. Vis. 30:79-116, 1998), above so many robust deviations of the ground.
 *
 * @param diameter of the spots in pixels: that of a disc which answers most
 * @param contrast least height of a maximum above the median of the answers, in their scaled median absolute deviations
 */
public record SpotFinder(double diameter, double contrast) {
    private static final double WIDER = 1.6; // D. Marr and E. Hildreth, Proc. R. Soc. B 207:187-217, 1980
    private static final double SMALLEST = 2.8;
    private static final double SIZE_STEP = Math.sqrt(2);
    private static final int BRIGHTEST = 10;

    /**
     * A spot.
     *
     * @param x column, between columns' middles too
     * @param y row
     * @param height of the answer at its top
     */
    public record Spot(double x, double y, double height) {}

    /** The spots of a picture, row by row. */
    public List<Spot> find(float[] picture, int width, int height) {
        float[] answer = answer(picture, width, height, diameter);
        Ground ground = Ground.of(answer);
        return maxima(answer, width, height, ground.middle() + contrast * ground.scatter());
    }

    /** Median of the answers and their scaled median absolute deviation. */
    private record Ground(double middle, double scatter) {
        static Ground of(float[] answer) {
            double[] some = new double[answer.length];
            for (int i = 0; i < some.length; i++) {
                some[i] = answer[i];
            }
            return new Ground(Descriptive.median(some), Descriptive.scaledMad(some));
        }
    }

    /**
     * The diameter, from 2.8 pixels in steps of the root of two, at which the ten strongest spots stand out most of the scatter
     * of the ground.
     */
    public static double bestDiameter(float[] picture, int width, int height) {
        double best = SMALLEST;
        double most = Double.NEGATIVE_INFINITY;
        for (double d = SMALLEST; d <= Math.max(SMALLEST, Math.min(width, height) / 6.0); d *= SIZE_STEP) {
            float[] answer = answer(picture, width, height, d);
            double minus = maxima(answer, width, height, 0).stream()
                    .mapToDouble(spot -> -spot.height())
                    .sorted()
                    .limit(BRIGHTEST)
                    .sum();
            double scatter = Ground.of(answer).scatter();
            if (scatter > 0 && -minus / scatter > most) {
                most = -minus / scatter;
                best = d;
            }
        }
        return best;
    }

    /** A disc of diameter d answers most to the Laplacian of a Gaussian of width d/sqrt(8). */
    private static float[] answer(float[] picture, int width, int height, double diameter) {
        double middle = diameter / Math.sqrt(8);
        double narrow = middle / Math.sqrt(WIDER);
        float[] answer = GaussianFilter.smooth(picture, width, height, narrow, narrow);
        float[] ground = GaussianFilter.smooth(picture, width, height, narrow * WIDER, narrow * WIDER);
        for (int i = 0; i < answer.length; i++) {
            answer[i] -= ground[i];
        }
        return answer;
    }

    private static List<Spot> maxima(float[] answer, int width, int height, double threshold) {
        List<Spot> spots = new ArrayList<>();
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int i = y * width + x;
                if (answer[i] > threshold && isTop(answer, width, i)) {
                    spots.add(new Spot(
                            x + shift(answer[i - 1], answer[i], answer[i + 1]),
                            y + shift(answer[i - width], answer[i], answer[i + width]),
                            answer[i]));
                }
            }
        }
        return spots;
    }

    /** Above the neighbours before it and not below those behind: a flat top counts once. */
    private static boolean isTop(float[] answer, int width, int i) {
        float here = answer[i];
        return here > answer[i - width - 1]
                && here > answer[i - width]
                && here > answer[i - width + 1]
                && here > answer[i - 1]
                && here >= answer[i + 1]
                && here >= answer[i + width - 1]
                && here >= answer[i + width]
                && here >= answer[i + width + 1];
    }

    /** From the middle of three to the top of the parabola through them. */
    private static double shift(double before, double top, double after) {
        double bend = before - 2 * top + after;
        return bend < 0 ? Math.clamp(0.5 * (before - after) / bend, -0.5, 0.5) : 0;
    }
}
