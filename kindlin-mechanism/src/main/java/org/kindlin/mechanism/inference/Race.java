package org.kindlin.mechanism.inference;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Short searches from many starts, of which the better half goes on for as many steps as all before, until as many as are wanted are
 * left: successive halving (K. Jamieson, A. Talwalkar, AISTATS 2016). In boxes many decades wide most starts run onto a plateau
 * within a few steps and stay there; where a search stands after these steps foretells far better than its start what comes of it.
 *
 * @param finalists how many are left
 * @param rounds how often the field is halved
 * @param steps of the first round
 */
record Race(int finalists, int rounds, int steps) {

    /** How many start. */
    int entrants() {
        return finalists << rounds;
    }

    /**
     * Those that are left, best first; equal ones in the order of their starts.
     *
     * @param starts one for each that starts
     * @param search from a point for so many steps; called from several threads
     */
    List<Optimum> run(List<double[]> starts, BiFunction<double[], Integer, Optimum> search) {
        List<Optimum> field = after(
                starts.parallelStream().map(start -> search.apply(start, steps)).toList());
        for (int round = 1; round < rounds; round++) {
            int length = steps << (round - 1);
            field = after(field.parallelStream()
                    .map(each -> each.converged()
                            ? each
                            : search.apply(each.point(), length).after(each.iterations()))
                    .toList());
        }
        return field;
    }

    private static List<Optimum> after(List<Optimum> field) {
        return field.stream()
                .sorted(Comparator.comparingDouble(Optimum::value)) // stable
                .limit(field.size() / 2)
                .toList();
    }
}
