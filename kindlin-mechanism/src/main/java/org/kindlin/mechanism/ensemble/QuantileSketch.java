package org.kindlin.mechanism.ensemble;

/**
 * Quantiles of a stream of numbers in bounded memory, each within a relative error of {@value #RELATIVE_ERROR}: counts
 * in intervals of equal length on a nearly logarithmic scale (C. Masson, J. E. Rim, H. K. Lee, Proc. VLDB Endow. 12:2195, 2019).
 * Counts only are kept, so the order of the numbers does not matter. Numbers whose size is below about 1e-7 of the largest
 * size are told apart from zero by sign alone. Not thread-safe.
 */
final class QuantileSketch {
    static final double RELATIVE_ERROR = 5e-4;

    /** Intervals of a unit of the scale: the ends of none are further apart than (1 + error) / (1 − error) times. */
    private static final double PER_UNIT =
            1 / (LogarithmicScale.SMALLEST_SLOPE * StrictMath.log1p(2 * RELATIVE_ERROR / (1 - RELATIVE_ERROR)));

    private static final int MOST_INTERVALS = 1 << 14;

    private final Side above = new Side();
    private final Side below = new Side();
    private int zeros;
    private int total;
    private double least = Double.POSITIVE_INFINITY;
    private double largest = Double.NEGATIVE_INFINITY;

    /** Takes a finite number. */
    void add(double value) {
        total++;
        least = Math.min(least, value);
        largest = Math.max(largest, value);
        if (Math.abs(value) < Double.MIN_NORMAL) {
            zeros++;
        } else if (value > 0) {
            above.add(value);
        } else {
            below.add(-value);
        }
    }

    /** The number below which this fraction lies; not a number where there was none. */
    double quantile(double fraction) {
        if (total == 0) {
            return Double.NaN;
        }
        long rank = (long) Math.floor(fraction * (total - 1.0) + 0.5);
        double value;
        if (rank < below.total) {
            value = -below.atRank(below.total - 1 - rank);
        } else if (rank < below.total + (long) zeros) {
            value = 0;
        } else {
            value = above.atRank(rank - below.total - zeros);
        }
        return Math.clamp(value, least, largest);
    }

    /** Counts of positive numbers; the lowest interval takes what is below it. */
    private static final class Side {
        private int[] counts = new int[0];
        private int lowest;
        private int highestTaken = Integer.MIN_VALUE;
        private int lowestTaken = Integer.MAX_VALUE;
        private long total;

        void add(double size) {
            int interval = (int) Math.ceil(LogarithmicScale.at(size) * PER_UNIT);
            total++;
            highestTaken = Math.max(highestTaken, interval);
            lowestTaken = Math.min(lowestTaken, interval);
            if (interval >= lowest + counts.length || (interval < lowest && counts.length < MOST_INTERVALS)) {
                makeRoom();
            }
            counts[Math.max(0, interval - lowest)]++;
        }

        /** What falls off below depends on the highest interval alone, so not on the order of the numbers. */
        private void makeRoom() {
            int needed = Math.min(highestTaken - lowestTaken + 1, MOST_INTERVALS);
            int length = Math.clamp(2L * Integer.highestOneBit(needed), 16, MOST_INTERVALS);
            int first = highestTaken + (length - needed) / 2 - length + 1;
            int[] wider = new int[length];
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    wider[Math.max(0, lowest + i - first)] += counts[i];
                }
            }
            counts = wider;
            lowest = first;
        }

        double atRank(long rank) {
            long seen = 0;
            int interval = 0;
            while (interval < counts.length - 1 && seen + counts[interval] <= rank) {
                seen += counts[interval++];
            }
            return LogarithmicScale.inverse((lowest + interval) / PER_UNIT) * (1 - RELATIVE_ERROR);
        }
    }
}
