package org.kindlin.assays.transwell;

import java.util.Arrays;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * What separates cells from smaller things that stand out of all fields of an experiment: pores of the membrane, debris, specks.
 * Sizes are logarithms; their density is that of Gaussian kernels. Cells are the uppermost mode below which a valley lies, if the
 * things below it are much smaller. What is all of one size is no cells: pores of a membrane without any were alike to 6 and 9 %, cells
 * and nuclei to 25 % or worse.
 *
 * @param limit size from which on a thing is a cell; negative infinity where all are
 * @param isClear whether the valley is deep
 * @param isAlike whether all from the limit on are of one size
 */
record SizeClasses(double limit, boolean isClear, boolean isAlike) {
    private static final double KERNEL = 0.2;
    private static final double STEP = 0.05;
    private static final double APART = Math.log(2.5); // of the modes
    private static final double DEEP = 0.5; // of the lower mode's density
    private static final double CLEAR = 0.2;
    private static final double ALIKE = 0.15; // standard deviation
    private static final int MANY = 20; // things, of which that is known
    private static final int FEWEST = 4; // things of a mode
    private static final double FEW = 0.004; // of all

    static SizeClasses of(double[] sizes) {
        SizeClasses all = new SizeClasses(Double.NEGATIVE_INFINITY, true, isAlike(sizes));
        if (sizes.length < 2 * FEWEST) {
            return all;
        }
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        int points = (int) ((sorted[sorted.length - 1] - sorted[0]) / STEP) + 1;
        double[] density = new double[points];
        for (double size : sorted) {
            add(density, (size - sorted[0]) / STEP);
        }
        int valley = valley(density, Math.max(FEWEST, FEW * sizes.length));
        if (valley < 0) {
            return all;
        }
        double limit = sorted[0] + valley * STEP;
        return new SizeClasses(
                limit,
                density[valley] < CLEAR * lowerMode(density, valley),
                isAlike(Arrays.stream(sorted).filter(size -> size >= limit).toArray()));
    }

    private static boolean isAlike(double[] sizes) {
        return sizes.length >= MANY && Descriptive.scaledMad(sizes) < ALIKE;
    }

    private static void add(double[] density, double at) {
        double width = KERNEL / STEP;
        int from = (int) Math.max(0, at - 4 * width);
        int to = (int) Math.min(density.length - 1.0, at + 4 * width);
        for (int i = from; i <= to; i++) {
            double z = (i - at) / width;
            density[i] += Math.exp(-z * z / 2) / (width * Math.sqrt(2 * Math.PI));
        }
    }

    /** The lowest place between the uppermost mode that is one and what lies below it; -1 where nothing does. */
    private static int valley(double[] density, double fewest) {
        double held = 0;
        int top = density.length - 1;
        for (int i = density.length - 1; i > 0; i--) {
            held += density[i];
            top = density[i] > density[top] ? i : top;
            if (held >= fewest && density[i] < DEEP * density[top]) {
                int below = highest(density, 0, i);
                int lowest = lowest(density, below, top);
                boolean isValley = density[lowest] < DEEP * Math.min(density[below], density[top])
                        && (top - below) * STEP >= APART
                        && sum(density, 0, lowest) >= fewest
                        && sum(density, lowest, density.length) >= fewest;
                return isValley ? lowest : -1;
            }
        }
        return -1;
    }

    private static double lowerMode(double[] density, int valley) {
        return Math.min(density[highest(density, 0, valley)], density[highest(density, valley, density.length - 1)]);
    }

    private static int highest(double[] density, int from, int to) {
        int highest = from;
        for (int i = from; i <= to; i++) {
            highest = density[i] > density[highest] ? i : highest;
        }
        return highest;
    }

    private static int lowest(double[] density, int from, int to) {
        int lowest = from;
        for (int i = from; i <= to; i++) {
            lowest = density[i] < density[lowest] ? i : lowest;
        }
        return lowest;
    }

    private static double sum(double[] density, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += density[i];
        }
        return sum;
    }
}
