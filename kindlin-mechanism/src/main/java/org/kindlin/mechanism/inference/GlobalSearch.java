package org.kindlin.mechanism.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kindlin.numerics.random.RandomStream;

/**
 * Searches the whole box of a problem: a {@link Race} of eight starts for every search that is asked for, the searches themselves
 * from where the race leaves them, then {@link BasinHopping} from the best of them. Every search is a task with an objective
 * and a random stream of its own, so results do not depend on the number of threads.
 */
final class GlobalSearch {
    private static final int ROUNDS = 3;
    private static final int FIRST_STEPS = 15;
    private static final int PATIENCE = 2;
    private static final int MOST_HOPS = 20;
    private static final int SEARCHES_A_HOP = 4;

    private final CompiledProblem problem;
    private final PetabFit.Search search;
    private final Box box;

    GlobalSearch(CompiledProblem problem, PetabFit.Search search) {
        this.problem = problem;
        this.search = search;
        this.box = Box.of(problem);
    }

    /** The optima of all searches, best first; equal ones in the order of the race. */
    List<Optimum> optima() {
        Race race = new Race(search.starts(), ROUNDS, FIRST_STEPS);
        List<double[]> starts = new Starts(problem, race.entrants(), search.seed()).all();
        List<Optimum> optima = new ArrayList<>(race.run(starts, this::projected).parallelStream()
                .map(each -> all(each.point()).after(each.iterations()))
                .sorted(Comparator.comparingDouble(Optimum::value)) // stable
                .toList());
        Optimum best = optima.getFirst();
        if (Double.isFinite(best.value())) {
            int hops = Math.ceilDiv(search.starts(), SEARCHES_A_HOP);
            RandomStream stream = RandomStream.ofSeed(search.seed()).child("hops");
            optima.set(0, new BasinHopping(hops, PATIENCE, MOST_HOPS).from(best, box, stream, this::all));
        }
        return optima;
    }

    /** From a point with what only observables know at its best for each course, then all together. */
    private Optimum all(double[] start) {
        Optimum first = projected(start, search.iterations());
        return new BoundedNewton(PetabFit.likelihood(problem), box)
                .from(first.point(), search.iterations())
                .after(first.iterations());
    }

    /** From a point with what only observables know at its best for each course. */
    private Optimum projected(double[] start, int steps) {
        ProjectedObjective objective = new ProjectedObjective(PetabFit.likelihood(problem), box, start);
        int[] outer = objective.outer();
        Optimum found = new BoundedNewton(objective, box.of(outer)).from(ProjectedObjective.of(start, outer), steps);
        objective.value(found.point());
        return new Optimum(objective.whole(), found.value(), found.gradientNorm(), found.iterations(), found.ending());
    }
}
