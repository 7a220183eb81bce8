package org.kindlin.numerics.sigmoid;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The global least-squares sigmoid in its box.
 *
 * @param rss weighted residual sum of squares, over all observations
 * @param observations their number
 * @param freeParameters number of parameters estimated
 * @param constantRss what the best constant leaves, with one parameter: the rival in a test for any effect
 * @param pureErrorRss scatter of replicates about their means, for a test of lack of fit
 * @param doses number of different doses
 * @param covariance empty without degrees of freedom, where a parameter is at a bound, and where some combination of
 *     parameters is undetermined
 * @param atBound estimated parameters that ended at a limit of the search or of their constraint
 * @param gradientNorm largest cosine between the residuals and a direction in which the curve can still move: zero at a
 *     stationary point
 * @param data the observations, with their final weights where the loss is robust
 */
public record SigmoidFit(
        SigmoidSpec spec,
        SigmoidData data,
        SigmoidCurve curve,
        double rss,
        int observations,
        int freeParameters,
        double constantRss,
        double pureErrorRss,
        int doses,
        Optional<Covariance> covariance,
        Set<Parameter> atBound,
        double gradientNorm)
        implements SigmoidOutcome {

    public SigmoidFit {
        atBound = Set.copyOf(atBound);
    }

    public int degreesOfFreedom() {
        return observations - freeParameters;
    }

    /** {@code RSS / df}, empty without degrees of freedom. */
    public OptionalDouble residualVariance() {
        int df = degreesOfFreedom();
        return df > 0 ? OptionalDouble.of(rss / df) : OptionalDouble.empty();
    }

    /** The standard error of an estimated parameter, where it can be given. */
    public OptionalDouble standardError(Parameter parameter) {
        if (covariance.isEmpty() || !covariance.get().parameters().contains(parameter)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Math.sqrt(covariance.get().get(parameter, parameter)));
    }

    /** The fitted response at a dose given by its common logarithm. */
    public Prediction predict(double logDose) {
        double value = curve.value(logDose);
        OptionalDouble error = covariance.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(covariance.get().varianceOf(curve.gradient(logDose))));
        return new Prediction(value, error, degreesOfFreedom());
    }
}
