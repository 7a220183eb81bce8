package org.kindlin.assays.doseresponse;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidFit;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Intervals with the shape of a curve's own and the width that stated errors give them: each is taken at the level at which
 * the curve's own residuals would put a symmetric interval as wide as the stated one. Whatever is open stays so.
 *
 * @param how the errors were found
 */
record StatedErrors(SigmoidFit fit, CurveIntervals own, Map<Parameter, ParameterError> errors, String how)
        implements CurveIntervals {
    private static final double LEAST_TAIL = 1e-12;

    @Override
    public Limits of(Parameter parameter, double level) {
        return own.of(parameter, 1 - 2 * tail(parameter, (1 - level) / 2));
    }

    /** The one-sided tail under the curve's own error and degrees of freedom that lies where this one does. */
    private double tail(Parameter parameter, double tail) {
        Optional<ParameterError> stated = stated(parameter);
        if (stated.isEmpty()) {
            return tail;
        }
        ParameterError error = stated.get();
        double quantile = Double.isFinite(error.degreesOfFreedom())
                ? Distributions.studentQuantile(1 - tail, error.degreesOfFreedom())
                : Distributions.normalQuantile(1 - tail);
        double t =
                quantile * error.standardError() / own.standardError(parameter).orElseThrow();
        return Math.max(LEAST_TAIL, Distributions.studentTwoSided(t, fit.degreesOfFreedom()) / 2);
    }

    private Optional<ParameterError> stated(Parameter parameter) {
        return Optional.ofNullable(errors.get(parameter))
                .filter(_ -> own.standardError(parameter).orElse(0) > 0 && fit.degreesOfFreedom() > 0);
    }

    @Override
    public String method(Parameter parameter) {
        return stated(parameter).isPresent() ? own.method(parameter) + "; " + how : own.method(parameter);
    }

    @Override
    public OptionalDouble standardError(Parameter parameter) {
        return stated(parameter)
                .map(error -> OptionalDouble.of(error.standardError()))
                .orElse(own.standardError(parameter));
    }

    @Override
    public boolean excludeAtOrBelow(double logDose, double confidence) {
        return own.excludeAtOrBelow(logDose, 1 - tail(Parameter.LOG_IC50, 1 - confidence));
    }

    @Override
    public boolean excludeAtOrAbove(double logDose, double confidence) {
        return own.excludeAtOrAbove(logDose, 1 - tail(Parameter.LOG_IC50, 1 - confidence));
    }
}
