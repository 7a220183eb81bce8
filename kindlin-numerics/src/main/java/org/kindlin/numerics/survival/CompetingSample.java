package org.kindlin.numerics.survival;

import java.util.stream.IntStream;

/**
 * Times that end with one of several causes.
 *
 * @param time of exit, all subjects being under observation from the origin
 * @param cause 0 for censored, else from 1 on
 */
public record CompetingSample(double[] time, int[] cause) {
    public CompetingSample {
        if (time.length != cause.length) {
            throw new IllegalArgumentException("arrays of different lengths");
        }
    }

    public int size() {
        return time.length;
    }

    /** The subjects at these positions. */
    public CompetingSample at(int[] positions) {
        return new CompetingSample(
                IntStream.of(positions).mapToDouble(i -> time[i]).toArray(),
                IntStream.of(positions).map(i -> cause[i]).toArray());
    }
}
