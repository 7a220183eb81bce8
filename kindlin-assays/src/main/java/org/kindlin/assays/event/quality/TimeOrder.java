package org.kindlin.assays.event.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Events in the order of their times; those of one time as in the file.
 *
 * @param events their indices; empty where the file has them in that order, as nearly every file does
 */
record TimeOrder(Optional<int[]> events) {

    static TimeOrder of(double[] seconds) {
        for (int i = 1; i < seconds.length; i++) {
            if (seconds[i] < seconds[i - 1]) {
                return new TimeOrder(Optional.of(sorted(seconds)));
            }
        }
        return new TimeOrder(Optional.empty());
    }

    private static int[] sorted(double[] seconds) {
        return IntStream.range(0, seconds.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> seconds[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** A column in this order; the column itself where it is. */
    double[] apply(double[] column) {
        return events.map(order ->
                        Arrays.stream(order).mapToDouble(i -> column[i]).toArray())
                .orElse(column);
    }
}
