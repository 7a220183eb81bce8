package org.kindlin.numerics.survival;

import java.util.stream.IntStream;

/**
 * Times that end with one of several causes.
 *
 * @param entry times of entry (left truncation); of length zero where all subjects enter at the origin
 * @param time of exit
 * @param cause 0 for censored, else from 1 on
 */
public record CompetingSample(double[] entry, double[] time, int[] cause) {
    private static final double[] ORIGIN = {};

    public CompetingSample {
        if (time.length != cause.length || (entry.length != 0 && entry.length != time.length)) {
            throw new IllegalArgumentException("arrays of different lengths");
        }
    }

    /** Subjects who are all under observation from the origin. */
    public CompetingSample(double[] time, int[] cause) {
        this(ORIGIN, time, cause);
    }

    public boolean isTruncated() {
        return entry.length > 0;
    }

    public int size() {
        return time.length;
    }

    /** The subjects at these positions. */
    public CompetingSample at(int[] positions) {
        return new CompetingSample(
                isTruncated()
                        ? IntStream.of(positions).mapToDouble(i -> entry[i]).toArray()
                        : ORIGIN,
                IntStream.of(positions).mapToDouble(i -> time[i]).toArray(),
                IntStream.of(positions).map(i -> cause[i]).toArray());
    }
}
