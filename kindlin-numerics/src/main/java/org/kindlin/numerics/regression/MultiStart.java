package org.kindlin.numerics.regression;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.regression.RegressionResult.Converged;

/**
 * The best of many searches from starting values spread over given ranges as a Latin hypercube (M. D. McKay, R. J.
 * Beckman, W. J. Conover, Technometrics 21:239-245, 1979), the layout's own start being the first.
 *
 * @param best the result with the smallest value of the objective; the first failure where none converged
 * @param converged how many searches converged
 * @param agreeing how many of them reached the best value to a relative 10⁻⁶: a low share asks for more starts
 * @param starts how many searches there were
 */
public record MultiStart(RegressionResult best, int converged, int agreeing, int starts) {
    private static final double AGREES = 1e-6;

    /**
     * The range a parameter's starting values are drawn from.
     *
     * @param name the parameter
     * @param low lower end
     * @param high upper end
     * @param logarithmic true for values even on a logarithmic scale; then low is positive
     */
    public record Range(String name, double low, double high, boolean logarithmic) {
        public Range {
            if (!(low <= high) || (logarithmic && !(low > 0)) || !Double.isFinite(high - low)) {
                throw new IllegalArgumentException("range of " + name + ": " + low + " to " + high);
            }
        }

        double at(double part) {
            return logarithmic ? low * StrictMath.exp(part * StrictMath.log(high / low)) : low + part * (high - low);
        }
    }

    /** Fits from {@code starts} starting values in all, at least one. */
    public static MultiStart fit(LeastSquaresProblem problem, List<Range> ranges, int starts, RandomStream stream) {
        Map<Integer, double[]> drawn = new TreeMap<>();
        for (Range range : ranges) {
            drawn.put(problem.layout().indexOf(range.name()), spread(range, starts - 1, stream.child(range.name())));
        }
        List<RegressionResult> results = IntStream.range(0, starts)
                .parallel()
                .mapToObj(i -> LeastSquares.fit(startingAt(problem, drawn, i - 1)))
                .toList();
        return best(results);
    }

    static MultiStart best(List<RegressionResult> results) {
        List<RegressionFit> fits = results.stream()
                .flatMap(result -> result instanceof Converged(RegressionFit fit)
                        ? Optional.of(fit).stream()
                        : Optional.<RegressionFit>empty().stream())
                .toList();
        if (fits.isEmpty()) {
            return new MultiStart(results.getFirst(), 0, 0, results.size());
        }
        RegressionFit best = fits.getFirst();
        for (RegressionFit fit : fits) {
            best = fit.objectiveValue() < best.objectiveValue() ? fit : best;
        }
        double limit = best.objectiveValue() * (1 + AGREES);
        int agreeing =
                (int) fits.stream().filter(f -> f.objectiveValue() <= limit).count();
        return new MultiStart(new Converged(best), fits.size(), agreeing, results.size());
    }

    private static double[] spread(Range range, int count, RandomStream stream) {
        int[] cells = stream.nextPermutation(count);
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = range.at((cells[i] + stream.nextDouble()) / count);
        }
        return values;
    }

    private static LeastSquaresProblem startingAt(LeastSquaresProblem problem, Map<Integer, double[]> drawn, int i) {
        ParameterLayout layout = problem.layout();
        if (i < 0) {
            return problem;
        }
        for (Map.Entry<Integer, double[]> entry : drawn.entrySet()) {
            int index = entry.getKey();
            layout = layout.with(index, layout.parameters().get(index).startingAt(entry.getValue()[i]));
        }
        return problem.with(layout);
    }
}
