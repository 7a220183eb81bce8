package org.kindlin.mechanism.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
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
     * @param starts points to start from
     * @param search finds the optimum from a start; called from several threads
     */
    public static List<Optimum> search(List<double[]> starts, Function<double[], Optimum> search) {
        Optimum[] found = new Optimum[starts.size()];
        IntStream.range(0, found.length).parallel().forEach(i -> found[i] = search.apply(starts.get(i)));
        Arrays.sort(found, Comparator.comparingDouble(Optimum::value)); // stable
        return List.of(found);
    }
}
