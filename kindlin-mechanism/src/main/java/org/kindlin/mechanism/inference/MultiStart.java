package org.kindlin.mechanism.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Searches from many starts. Each start is a task of its own with its own objective, so results do not depend on the
 * number of threads.
 */
public final class MultiStart {
    private MultiStart() {}

    /**
     * The optima reached, best first; equal ones in the order of their starts.
     *
     * @param objectives gives each task an objective
     * @param starts points to start from
     */
    public static List<Optimum> search(
            Supplier<? extends Objective> objectives,
            double[] lower,
            double[] upper,
            List<double[]> starts,
            int iterations) {
        Optimum[] found = new Optimum[starts.size()];
        IntStream.range(0, found.length)
                .parallel()
                .forEach(i ->
                        found[i] = new BoundedNewton(objectives.get(), lower, upper).from(starts.get(i), iterations));
        Arrays.sort(found, Comparator.comparingDouble(Optimum::value)); // stable
        return List.of(found);
    }
}
