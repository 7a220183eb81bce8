package org.kindlin.numerics.sigmoid;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.sigmoid.GlobalSearch.Optimum;

/**
 * Profile-likelihood confidence limits: a value v belongs to the interval while
 * {@code RSS(v) <= RSS_min (1 + F(1, df; level) / df)}, RSS(v) being the global least sum of squares with the parameter
 * held at v (Bates and Watts 1988, Nonlinear Regression Analysis, 6.1; Venzon and Moolgavkar 1988, Appl. Statist. 37:87).
 *
 * <p>A limit is the first crossing outward from the estimate. The mid-point is followed to {@link #REACH_DECADES} on
 * either side, beyond the box of the estimate; slope and asymmetry a hundredfold; a plateau to a thousand times the span
 * of the responses. Other parameters keep to their box. With a robust loss the final weights are held.
 */
public final class ProfileLikelihood {
    /** How far from the estimate a limit of the log dose is sought. */
    public static final double REACH_DECADES = 7.5;

    /** From one point of a profile of the log dose to the next. */
    static final double DECADE_STEP = 0.1;

    private static final double LOG_STEP = 0.2;
    private static final double REACH_FACTOR = 100;
    private static final double REACH_SPANS = 1000;
    private static final double PLATEAU_GROWTH = 1.5;

    private ProfileLikelihood() {}

    /** The two-sided interval of an estimated parameter; empty for a fixed one and without degrees of freedom. */
    public static Optional<ProfileInterval> interval(SigmoidFit fit, Parameter parameter, double level) {
        if (fit.degreesOfFreedom() <= 0 || fit.spec().constraint(parameter).isFixed()) {
            return Optional.empty();
        }
        double quantile = Quantiles.twoSided(level, fit.degreesOfFreedom());
        QuickLimit quick = parameter == Parameter.LOG_IC50 ? QuickLimit.of(fit) : null;
        double low = limit(fit, parameter, quantile, false, quick);
        double high = limit(fit, parameter, quantile, true, quick);
        return Optional.of(new ProfileInterval(low, high, level));
    }

    /** The one-sided lower limit at this level: the parameter lies above it with that confidence. */
    public static double lowerLimit(SigmoidFit fit, Parameter parameter, double level) {
        return oneSided(fit, parameter, level, false);
    }

    /** The one-sided upper limit at this level: the parameter lies below it with that confidence. */
    public static double upperLimit(SigmoidFit fit, Parameter parameter, double level) {
        return oneSided(fit, parameter, level, true);
    }

    private static double oneSided(SigmoidFit fit, Parameter parameter, double level, boolean upper) {
        double quantile = Quantiles.oneSided(level, fit.degreesOfFreedom());
        QuickLimit quick = parameter == Parameter.LOG_IC50 ? QuickLimit.of(fit) : null;
        return limit(fit, parameter, quantile, upper, quick);
    }

    private static double limit(
            SigmoidFit fit, Parameter parameter, double quantile, boolean upper, @Nullable QuickLimit quick) {
        double threshold = threshold(fit, quantile);
        if (quick != null) {
            double wald = quantile * fit.standardError(parameter).orElseThrow() * Replicates.LN10;
            double stride = DECADE_STEP * Replicates.LN10;
            double reach = REACH_DECADES * Replicates.LN10;
            OptionalDouble found = quick.find(threshold, upper ? 1 : -1, wald, stride, reach);
            if (found.isPresent()) {
                return found.getAsDouble() / Replicates.LN10;
            }
        }
        Profile profile = walk(fit, parameter);
        double found = upper ? profile.above(threshold) : profile.below(threshold);
        return switch (parameter) {
            case LOG_IC50 -> found / Replicates.LN10;
            case HILL_SLOPE, ASYMMETRY -> StrictMath.exp(found);
            case TOP, BOTTOM -> found;
        };
    }

    /** The threshold for the part of the sum of squares that depends on the curve. */
    static double threshold(SigmoidFit fit, double quantile) {
        double allowance = quantile * quantile / fit.degreesOfFreedom();
        return fit.rss() * (1 + allowance) - fit.pureErrorRss();
    }

    /** The profile, each point by a search of its own. */
    static Profile walk(SigmoidFit fit, Parameter parameter) {
        double reach = REACH_DECADES * Replicates.LN10;
        return switch (parameter) {
            case LOG_IC50 -> ofCoordinate(fit, parameter, 0, DECADE_STEP * Replicates.LN10, reach);
            case HILL_SLOPE -> ofCoordinate(fit, parameter, 1, LOG_STEP, StrictMath.log(REACH_FACTOR));
            case ASYMMETRY -> ofCoordinate(fit, parameter, 2, LOG_STEP, StrictMath.log(REACH_FACTOR));
            case TOP, BOTTOM -> ofPlateau(fit, parameter);
        };
    }

    /** The profile in the search coordinate of {@link Shape} that stands for the parameter. */
    private static Profile ofCoordinate(
            SigmoidFit fit, Parameter parameter, int coordinate, double step, double reach) {
        Replicates data = Replicates.of(fit.data());
        SearchBox box = SearchBox.of(fit.spec(), data);
        double estimate = fit.curve().coordinates()[coordinate];
        boolean limited = fit.spec().constraint(parameter) instanceof Constraint.Bounded;
        return new Profile(
                estimate,
                value -> residue(data, fit.spec(), box.fixed(coordinate, value)),
                step,
                1,
                limited ? box.low()[coordinate] : estimate - reach,
                limited ? box.high()[coordinate] : estimate + reach);
    }

    private static Profile ofPlateau(SigmoidFit fit, Parameter plateau) {
        Replicates data = Replicates.of(fit.data());
        SearchBox box = SearchBox.of(fit.spec(), data);
        SigmoidSpec spec = fit.spec().with(fit.curve().direction());
        double estimate = fit.curve().get(plateau);
        double span = data.span();
        double step = 0.25 * Math.min(fit.standardError(plateau).orElse(span), span);
        double reach = REACH_SPANS * Math.max(span, Math.abs(estimate));
        Constraint constraint = fit.spec().constraint(plateau);
        return new Profile(
                estimate,
                value -> residue(data, spec.with(plateau, Constraint.fixed(value)), box),
                step,
                PLATEAU_GROWTH,
                constraint.low(estimate - reach),
                constraint.high(estimate + reach));
    }

    private static double residue(Replicates data, SigmoidSpec spec, SearchBox box) {
        Optimum best = SigmoidRegression.optimum(data, spec, box);
        return best == null ? Double.POSITIVE_INFINITY : best.plateaus().sumOfSquares();
    }
}
