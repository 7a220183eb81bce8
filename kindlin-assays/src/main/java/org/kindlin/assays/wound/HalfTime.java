package org.kindlin.assays.wound;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * When the line between areas first falls to half of the first one, and how far the scatter of areas moves it.
 *
 * <p>Debris and single cells that an edge reaches move the area of one frame and not that of the next. How much, is what is left of a straight
 * line while the edges have not met, or of a parabola through the areas about the half, whichever leaves more degrees of freedom. The
 * half-time hangs on three of these areas, the first and those on both sides of the half.
 *
 * @param hours after the first frame's
 * @param scatter its standard error from the scatter; 0 where that is not known
 * @param degreesOfFreedom of the scatter; 0 where it is not known
 */
record HalfTime(double hours, double scatter, int degreesOfFreedom) {
    private static final double HALF = 0.5;
    private static final int COURSE = 5; // frames at least, where there are so many
    private static final int LINE = 2; // parameters
    private static final int PARABOLA = 3;

    /** Empty where the half is not reached. */
    static OptionalDouble hours(double[] hours, double[] area) {
        int after = after(area);
        return after < 0 ? OptionalDouble.empty() : OptionalDouble.of(between(hours, area, after));
    }

    /** Of areas that fall to the half: there must be {@link #hours}. The first {@code straight} of them lie on a straight line. */
    static HalfTime of(double[] hours, double[] area, int straight) {
        int after = after(area);
        int bent = Math.min(area.length, Math.max(COURSE, after + 2));
        boolean isLine = straight - LINE >= bent - PARABOLA;
        int frames = isLine ? straight : bent;
        int parameters = isLine ? LINE : PARABOLA;
        double half = between(hours, area, after);
        if (frames <= parameters) {
            return new HalfTime(half, 0, 0);
        }
        double fall = area[after - 1] - area[after];
        double part = (area[after - 1] - HALF * area[0]) / fall;
        double[] weights = new double[after + 1];
        weights[after - 1] += 1 - part;
        weights[after] += part;
        weights[0] -= HALF;
        double squares = Arrays.stream(weights).map(weight -> weight * weight).sum();
        double variance = left(hours, area, frames, parameters) / (frames - parameters);
        double perPixel = (hours[after] - hours[after - 1]) / fall;
        return new HalfTime(half, perPixel * Math.sqrt(variance * squares), frames - parameters);
    }

    /** The first frame in which half is closed; -1 for none. */
    private static int after(double[] area) {
        for (int i = 1; i < area.length; i++) {
            if (area[i] <= HALF * area[0] && area[i - 1] > HALF * area[0]) {
                return i;
            }
        }
        return -1;
    }

    private static double between(double[] hours, double[] area, int after) {
        double part = (area[after - 1] - HALF * area[0]) / (area[after - 1] - area[after]);
        return hours[after - 1] + part * (hours[after] - hours[after - 1]);
    }

    /** Sum of squares of what powers of time leave of the first areas by least squares, by orthogonal parts one after the other. */
    private static double left(double[] hours, double[] area, int n, int parameters) {
        double[] left = Arrays.copyOf(area, n);
        double[][] parts = new double[parameters][n];
        for (int power = 0; power < parameters; power++) {
            double[] part = parts[power];
            for (int i = 0; i < n; i++) {
                part[i] = power == 0 ? 1 : parts[power - 1][i] * hours[i];
            }
            for (int lower = 0; lower < power; lower++) {
                without(part, parts[lower]);
            }
            without(left, part);
        }
        return product(left, left);
    }

    private static void without(double[] values, double[] part) {
        double squares = product(part, part);
        double along = squares > 0 ? product(values, part) / squares : 0;
        for (int i = 0; i < values.length; i++) {
            values[i] -= along * part[i];
        }
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
