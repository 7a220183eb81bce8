package org.kindlin.numerics.sigmoid;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.sigmoid.GlobalSearch.Optimum;

/**
 * The dose at which a fitted curve passes through a given response, such as half of the control.
 *
 * @param response the response asked for
 * @param logDose common logarithm of that dose
 * @param standardError of the log dose, by the delta method; empty where the fit has no covariance
 */
public record AbsoluteIc50(double response, double logDose, OptionalDouble standardError) {

    private static final double STEP = 0.1 * Replicates.LN10;

    /** Where the curve passes through the response; empty where it never does. */
    public static Optional<AbsoluteIc50> of(SigmoidFit fit, double response) {
        OptionalDouble logDose = fit.curve().logDoseAt(response);
        if (logDose.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new AbsoluteIc50(response, logDose.getAsDouble(), error(fit, logDose.getAsDouble())));
    }

    /** By the implicit function theorem: {@code dx = -(dy/dp) dp / (dy/dx)}, and {@code dy/dx = -dy/d(log ic50)}. */
    private static OptionalDouble error(SigmoidFit fit, double logDose) {
        if (fit.covariance().isEmpty()) {
            return OptionalDouble.empty();
        }
        double[] gradient = fit.curve().gradient(logDose);
        double steepness = Math.abs(gradient[Parameter.LOG_IC50.place()]);
        double error = Math.sqrt(fit.covariance().get().varianceOf(gradient)) / steepness;
        return Double.isFinite(error) ? OptionalDouble.of(error) : OptionalDouble.empty();
    }

    /**
     * The profile interval of the log dose, by the rule of {@link ProfileLikelihood}: the sum of squares is minimised over
     * all curves that pass through the point. Empty without degrees of freedom, and where both plateaus are fixed. A
     * bounded plateau counts as free.
     */
    public Optional<ProfileInterval> interval(SigmoidFit fit, double level) {
        boolean rigid = fit.spec().constraint(Parameter.TOP).isFixed()
                && fit.spec().constraint(Parameter.BOTTOM).isFixed();
        if (rigid || fit.degreesOfFreedom() <= 0) {
            return Optional.empty();
        }
        Replicates data = Replicates.of(fit.data());
        SearchBox box = SearchBox.of(fit.spec(), data);
        double estimate = logDose * Replicates.LN10;
        double reach = ProfileLikelihood.REACH_DECADES * Replicates.LN10;
        var profile =
                new Profile(estimate, at -> residue(fit, data, box, at), STEP, 1, estimate - reach, estimate + reach);
        double threshold = ProfileLikelihood.threshold(fit, Quantiles.twoSided(level, fit.degreesOfFreedom()));
        double low = profile.below(threshold) / Replicates.LN10;
        double high = profile.above(threshold) / Replicates.LN10;
        return Optional.of(new ProfileInterval(low, high, level));
    }

    private double residue(SigmoidFit fit, Replicates data, SearchBox box, double lnDose) {
        Direction direction = fit.curve().direction();
        PlateauLimits limits = PlateauLimits.of(fit.spec(), direction);
        boolean free = limits.zeroLow() < limits.zeroHigh() && limits.infinityLow() < limits.infinityHigh();
        var problem = new ProjectedProblem(data, new AnchoredPlateaus(data, limits, lnDose, response));
        @Nullable Direction only = free ? direction : null;
        Optimum best = new GlobalSearch(problem, box, only).find();
        return best == null ? Double.POSITIVE_INFINITY : best.plateaus().sumOfSquares();
    }
}
