package org.kindlin.numerics.statistics;

import java.util.Arrays;

/**
 * A straight line that outliers do not move: Tukey's bisquare estimate with the tuning constant 4.685 (95 % efficiency for
 * normal errors), iterated from the median of y without slope; the scale is the median absolute residual over 0.6745 (Huber
 * and Ronchetti, Robust Statistics, 2nd ed., 2009, 7.8).
 *
 * @param intercept at x = 0
 * @param slope 0 where x does not differ among the values that count
 * @param scale robust standard deviation of y about the line
 */
public record RobustLine(double intercept, double slope, double scale) {
    private static final double TUNING = 4.685;
    private static final int MOST_STEPS = 200;
    private static final double SETTLED = 1e-12;

    /**
     * Fits the line.
     *
     * @param x finite
     * @param y finite, as many; at least one
     */
    public static RobustLine fit(double[] x, double[] y) {
        double start = Descriptive.median(y);
        RobustLine line = new RobustLine(start, 0, scale(x, y, start, 0));
        for (int step = 0; step < MOST_STEPS && line.scale() > 0; step++) {
            RobustLine next = line.improved(x, y);
            double moved = Math.abs(next.scale() - line.scale())
                    + Math.abs(next.intercept() - line.intercept())
                    + Math.abs(next.slope() - line.slope()) * Math.abs(x[0]);
            line = next;
            if (moved < SETTLED * (Math.abs(line.intercept()) + line.scale())) {
                break;
            }
        }
        return line;
    }

    public double at(double x) {
        return intercept + slope * x;
    }

    private RobustLine improved(double[] x, double[] y) {
        double weights = 0;
        double meanX = 0;
        double meanY = 0;
        double[] w = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double u = (y[i] - at(x[i])) / (TUNING * scale);
            w[i] = Math.abs(u) < 1 ? (1 - u * u) * (1 - u * u) : 0;
            weights += w[i];
            meanX += w[i] * x[i];
            meanY += w[i] * y[i];
        }
        meanX /= weights;
        meanY /= weights;
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += w[i] * (x[i] - meanX) * (x[i] - meanX);
            xy += w[i] * (x[i] - meanX) * (y[i] - meanY);
        }
        double b = xx > 0 ? xy / xx : 0;
        double a = meanY - b * meanX;
        return new RobustLine(a, b, scale(x, y, a, b));
    }

    private static double scale(double[] x, double[] y, double intercept, double slope) {
        double[] off = new double[x.length];
        for (int i = 0; i < off.length; i++) {
            off[i] = Math.abs(y[i] - intercept - slope * x[i]);
        }
        int middle = off.length / 2;
        double upper = OrderStatistics.select(off, 0, off.length, middle);
        double median = off.length % 2 == 1
                ? upper
                : (upper + Arrays.stream(off, 0, middle).max().orElse(upper)) / 2;
        return Descriptive.MAD_TO_SD * median;
    }
}
