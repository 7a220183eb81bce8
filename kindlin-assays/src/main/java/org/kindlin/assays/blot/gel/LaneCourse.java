package org.kindlin.assays.blot.gel;

import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Follows lanes down the picture by their edges in its slices.
 *
 * @param columns of each slice, smoothed
 */
record LaneCourse(SlicedRelief slices, float[][] columns) {
    private static final double SMOOTHING = 1.5;
    private static final double WIDE = 1.6; // how much wider than a lane the stretch is in which it is looked for
    private static final double CLOSE = 0.6; // of a lane: a neighbour no farther off may come into that stretch
    private static final double SHORTEST = 0.7;
    private static final double LONGEST = 1.4;
    private static final double RISES = 0.85; // of the lower side of a valley: a neighbour begins

    static LaneCourse of(SlicedRelief slices) {
        float[][] columns = new float[slices.columns().length][];
        for (int s = 0; s < columns.length; s++) {
            columns[s] = GaussianFilter.smooth(slices.columns()[s], slices.columns()[s].length, 1, SMOOTHING, 0);
        }
        return new LaneCourse(slices, columns);
    }

    /**
     * The middle of a lane between its edges, in slices of the picture that hold bands, as a straight or bent line.
     *
     * @param from its first column half-way down
     * @param to its last
     * @param left half of the gap to the lane on its left
     * @param right half of the gap to the lane on its right
     */
    MiddleLine centre(int from, int to, double left, double right) {
        double middle = (from + to) / 2.0;
        int reach = (int) (WIDE * (to - from + 1) / 2);
        double close = CLOSE * (to - from + 1) / 2;
        Side leftSide = new Side(-1, left < close);
        Side rightSide = new Side(1, right < close);
        LineFit fit = new LineFit();
        double strongest = 0;
        for (int s = 0; s < columns.length; s++) {
            double here = middle + slices.shift(s);
            int last = columns[s].length - 1;
            int start = (int) Math.clamp(here - reach, 0, last);
            int end = (int) Math.clamp(here + reach, 0, last);
            double high = high(columns[s], start, end);
            float half = (float) (high / 2);
            int first = leftSide.edge(columns[s], half, end, start);
            int furthest = rightSide.edge(columns[s], half, start, end);
            double length = furthest - first + 1.0;
            if (high > 0 && length > SHORTEST * (to - from + 1) && length < LONGEST * (to - from + 1)) {
                fit.add(slices.t(s), (first + furthest) / 2.0, high);
            }
            strongest = Math.max(strongest, high);
        }
        return fit.line(middle, slices.lean(), strongest);
    }

    /** How much stands out where a lane is, in a stretch that holds it. */
    private static double high(float[] columns, int from, int to) {
        double[] nearby = new double[to - from + 1];
        for (int i = 0; i < nearby.length; i++) {
            nearby[i] = columns[from + i];
        }
        return Descriptive.quantile(nearby, 0.7);
    }

    /**
     * One side of a lane.
     *
     * @param step towards it
     * @param isClose whether a neighbour stands so near that it lies in the stretch too
     */
    private record Side(int step, boolean isClose) {

        /** The lane's outermost column: seen from outside, or from the middle where a neighbour would be met first. */
        int edge(float[] columns, float height, int inner, int outer) {
            return isClose
                    ? fromWithin(columns, height, nearest(columns, height, inner, outer), outer)
                    : fromOutside(columns, height, inner, outer);
        }

        private int fromOutside(float[] columns, float height, int inner, int outer) {
            int x = outer;
            while (x != inner && columns[x] < height) {
                x -= step;
            }
            return x;
        }

        /** The column nearest to the middle of the stretch that reaches a height. */
        private static int nearest(float[] columns, float height, int one, int other) {
            int from = Math.min(one, other);
            int to = Math.max(one, other);
            int middle = (from + to) / 2;
            for (int i = 0; middle - i >= from || middle + i <= to; i++) {
                if (middle - i >= from && columns[middle - i] >= height) {
                    return middle - i;
                }
                if (middle + i <= to && columns[middle + i] >= height) {
                    return middle + i;
                }
            }
            return middle;
        }

        /** The last column before the relief falls below a height, or rises anew. */
        private int fromWithin(float[] columns, float height, int start, int outer) {
            int lowest = start;
            for (int x = start; x != outer; x += step) {
                float next = columns[x + step];
                if (next < height) {
                    return x;
                }
                if (columns[lowest] < RISES * Math.min(next, columns[start])) {
                    return lowest;
                }
                lowest = next < columns[lowest] ? x + step : lowest;
            }
            return outer;
        }
    }
}
