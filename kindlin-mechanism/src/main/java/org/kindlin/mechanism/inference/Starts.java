package org.kindlin.mechanism.inference;

import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.mechanism.petab.PetabParameter;
import org.kindlin.numerics.random.RandomStream;

/**
 * Where searches start: a Latin hypercube between the bounds on the parameters' scales (McKay, Beckman, Conover,
 * Technometrics 21:239, 1979), or draws from the priors of the starts. Every start is the best of several candidates, so that
 * few searches are spent where the model explodes or is far from all data; every other one is the first candidate that has a
 * likelihood at all, so that good regions that look bad from afar are not passed over.
 */
final class Starts {
    /** Candidates of a start. */
    static final int CANDIDATES = 6;

    private final CompiledProblem problem;
    private final int count;
    private final long seed;
    private final Box box;
    private final double[] lower;
    private final double[] upper;
    private final int[][] strata;

    /**
     * Starts of a problem.
     *
     * @param count how many
     */
    Starts(CompiledProblem problem, int count, long seed) {
        this.problem = problem;
        this.count = count;
        this.seed = seed;
        this.box = Box.of(problem);
        this.lower = box.lower();
        this.upper = box.upper();
        int all = Math.multiplyExact(count, CANDIDATES);
        RandomStream streams = RandomStream.ofSeed(seed).child("strata");
        this.strata = IntStream.range(0, lower.length)
                .mapToObj(i -> shuffled(all, streams.child(i)))
                .toArray(int[][]::new);
    }

    private static int[] shuffled(int count, RandomStream stream) {
        int[] order = IntStream.range(0, count).toArray();
        for (int i = count - 1; i > 0; i--) {
            int other = stream.nextInt(i + 1);
            int held = order[i];
            order[i] = order[other];
            order[other] = held;
        }
        return order;
    }

    List<double[]> all() {
        return IntStream.range(0, count).parallel().mapToObj(this::start).toList();
    }

    private double[] start(int number) {
        PetabLikelihood likelihood = PetabFit.likelihood(problem);
        RandomStream stream = RandomStream.ofSeed(seed).child("start").child(number);
        double[] best = candidate(number * CANDIDATES, stream);
        double lowest = value(likelihood, best);
        for (int k = 1; k < CANDIDATES; k++) {
            if (number % 2 == 1 && Double.isFinite(lowest)) {
                break;
            }
            double[] other = candidate(number * CANDIDATES + k, stream);
            double value = value(likelihood, other);
            if (value < lowest) {
                lowest = value;
                best = other;
            }
        }
        return best;
    }

    /** The value of a candidate, whose parameters that move no course are put at their best. */
    private double value(PetabLikelihood likelihood, double[] candidate) {
        ProjectedObjective projected = new ProjectedObjective(likelihood, box, candidate);
        double value = projected.value(ProjectedObjective.of(candidate, projected.outer()));
        System.arraycopy(projected.whole(), 0, candidate, 0, candidate.length);
        return value;
    }

    private double[] candidate(int number, RandomStream stream) {
        double[] point = new double[lower.length];
        for (int i = 0; i < point.length; i++) {
            PetabParameter parameter = problem.estimated().get(i);
            double within = (strata[i][number] + stream.nextUniform(0, 1)) / strata[i].length;
            double drawn = parameter.startPrior().isPresent()
                    ? parameter.startPrior().get().draw(stream, parameter.scale())
                    : lower[i] + (upper[i] - lower[i]) * within;
            point[i] = Double.isNaN(drawn) ? lower[i] : Math.clamp(drawn, lower[i], upper[i]);
        }
        return point;
    }
}
