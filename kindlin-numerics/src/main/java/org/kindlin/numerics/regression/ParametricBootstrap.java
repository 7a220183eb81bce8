package org.kindlin.numerics.regression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.regression.RegressionFit.Interval;
import org.kindlin.numerics.regression.RegressionResult.Converged;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Refits to responses simulated from the fit: fitted value plus normal error of the estimated size (B. Efron and R. J.
 * Tibshirani, An Introduction to the Bootstrap, 1993, section 6.5).
 *
 * <p>Replicate i draws from child stream i, so the sample depends on the stream and not on the number of threads.
 *
 * @param names the global parameters
 * @param draws one list of parameter values per refit that converged, in the order of the replicates
 * @param failures refits that did not converge; many of them make the intervals too short
 */
public record ParametricBootstrap(List<String> names, List<List<Double>> draws, int failures) {
    public ParametricBootstrap {
        names = List.copyOf(names);
        draws = List.copyOf(draws);
    }

    /** A sample of refits; empty where the fit has no residual standard deviation. */
    public static Optional<ParametricBootstrap> of(RegressionFit fit, int replicates, RandomStream stream) {
        if (fit.residualStandardDeviation().isEmpty()) {
            return Optional.empty();
        }
        double sd = fit.residualStandardDeviation().getAsDouble();
        LeastSquaresProblem problem = fit.problem().with(fit.problem().layout().startingAt(fit.values()));
        List<List<Double>> draws = IntStream.range(0, replicates)
                .parallel()
                .mapToObj(i -> refit(problem, simulate(fit, sd, stream.child(i))))
                .flatMap(Optional::stream)
                .toList();
        List<String> names =
                problem.layout().parameters().stream().map(Parameter::name).toList();
        return Optional.of(new ParametricBootstrap(names, draws, replicates - draws.size()));
    }

    /** The percentile interval of the parameter of this name; empty where fewer than two refits converged. */
    public Optional<Interval> interval(String name, double level) {
        int index = names.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no parameter " + name + " among " + names);
        }
        if (draws.size() < 2) {
            return Optional.empty();
        }
        double[] values = draws.stream().mapToDouble(draw -> draw.get(index)).toArray();
        double tail = (1 - level) / 2;
        return Optional.of(
                new Interval(Descriptive.quantile(values, tail), Descriptive.quantile(values, 1 - tail), level));
    }

    private static Observations simulate(RegressionFit fit, double sd, RandomStream stream) {
        double[] response = fit.fitted();
        Objective objective = fit.objective();
        // Errors are dealt in canonical order, so that the order of the observations does not matter here either.
        for (int row = 0; row < response.length; row++) {
            response[objective.order()[row]] += sd / objective.rootWeight(row) * stream.nextGaussian();
        }
        return fit.problem().observations().withResponse(response);
    }

    private static Optional<List<Double>> refit(LeastSquaresProblem problem, Observations simulated) {
        return LeastSquares.fit(problem.with(simulated)) instanceof Converged(RegressionFit fit)
                ? Optional.of(Arrays.stream(fit.values()).boxed().toList())
                : Optional.empty();
    }
}
