package org.kindlin.mechanism.inference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Estimates the parameters of a problem: a maximum of the posterior from many starts, then profiles around the best. */
public final class PetabFit {
    private static final double RELATIVE = 1e-7;
    private static final double ABSOLUTE = 1e-11;
    private static final double EVALUATION_RELATIVE = 1e-9;
    private static final double EVALUATION_ABSOLUTE = 1e-12;

    /** Quantile of χ² with one degree of freedom at 95 %. */
    public static final double CHI_SQUARED_95 = 3.841458820694124;

    private PetabFit() {}

    /**
     * How to search.
     *
     * @param starts number of searches that go to the end; eight times as many start, see {@link Race}
     * @param seed of the starts
     * @param iterations most steps of each search
     */
    public record Search(int starts, long seed, int iterations) {}

    /**
     * The optima of all starts, best first; the best is searched on with the accuracy of {@link #evaluate}, for near an
     * explosion of the model the searches' own is too coarse to see the last steps.
     */
    public static List<Optimum> optima(CompiledProblem problem, Search search) {
        List<Optimum> found = new GlobalSearch(problem, search).optima();
        if (!Double.isFinite(found.getFirst().value())) {
            return found;
        }
        PetabLikelihood accurate = new PetabLikelihood(problem, EVALUATION_RELATIVE, EVALUATION_ABSOLUTE, true);
        Optimum polished = new BoundedNewton(accurate, Box.of(problem))
                .from(found.getFirst().point(), search.iterations());
        List<Optimum> all = new ArrayList<>(found);
        all.set(0, polished.after(found.getFirst().iterations()));
        all.sort(Comparator.comparingDouble(Optimum::value)); // stable
        return List.copyOf(all);
    }

    /** An evaluation at a point, more accurate than the searches. */
    public static Evaluation evaluate(CompiledProblem problem, double[] point) {
        PetabLikelihood likelihood = new PetabLikelihood(problem, EVALUATION_RELATIVE, EVALUATION_ABSOLUTE, false);
        double value = likelihood.value(point);
        double posterior = new PetabLikelihood(problem, EVALUATION_RELATIVE, EVALUATION_ABSOLUTE, true).value(point);
        return new Evaluation(-value, -posterior, likelihood.chiSquared(), likelihood.simulated());
    }

    /**
     * What a point means.
     *
     * @param logLikelihood without priors; minus infinity where the model has no answer
     * @param logPosterior with the priors of the objective
     * @param chiSquared sum of squared residuals in units of the noise
     * @param simulated the observable for each measurement, in the order of the table
     */
    public record Evaluation(double logLikelihood, double logPosterior, double chiSquared, double[] simulated) {}

    /** The profiles of all estimated parameters around an optimum. */
    public static List<Profile> profiles(CompiledProblem problem, Optimum optimum) {
        return IntStream.range(0, problem.estimated().size())
                .parallel()
                .mapToObj(
                        i -> new ProfileLikelihood(likelihood(problem), Box.of(problem), CHI_SQUARED_95).of(optimum, i))
                .toList();
    }

    /**
     * Intervals of what the model predicts for every observable under every condition that was measured.
     *
     * @param points times of each curve
     */
    public static List<PredictionBand> predictions(CompiledProblem problem, Optimum optimum, int points) {
        List<PredictionCurve> curves = PredictionCurve.of(problem.problem(), points);
        CompiledProblem predicting = problem.predicting(curves);
        List<PredictionBand> bands = new ArrayList<>();
        int first = 0;
        for (PredictionCurve curve : curves) {
            int from = first;
            bands.add(new PredictionBand(
                    curve,
                    IntStream.range(0, curve.times().length)
                            .parallel()
                            .mapToObj(i -> new PredictionProfile(predicting, likelihood(predicting), CHI_SQUARED_95)
                                    .of(optimum, from + i))
                            .toList()));
            first += curve.times().length;
        }
        return bands;
    }

    static PetabLikelihood likelihood(CompiledProblem problem) {
        return new PetabLikelihood(problem, RELATIVE, ABSOLUTE, true);
    }
}
