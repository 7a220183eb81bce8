package org.kindlin.assays.doseresponse;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.statistics.FTest;

/**
 * The rule by which a mid-point is printed, censored or withheld.
 *
 * <ol>
 *   <li>Without degrees of freedom nothing is claimed.
 *   <li>Where the curve is not significantly better than a horizontal line (extra sum of squares, p &ge; 1 - level), there
 *       is no mid-point; {@link NoEffectRule} says whether the compound is inactive over the range or simply not judged.
 *   <li>Optimum among the tested doses: the value with its two-sided interval; one side open is said, both sides open
 *       withhold the value.
 *   <li>Optimum above the highest dose: {@code >} the highest tested dose at or below which the data reject every
 *       mid-point at the censoring level (one-sided, {@link OneSided}), with the one-sided lower limit beside it. That is
 *       the highest dose of all where the curve says enough, a lower one where it bends at the very end; where the data
 *       reject no tested dose, or the horizontal line only at less than the censoring level, the value is withheld. Below the lowest dose likewise.
 * </ol>
 */
final class MidpointRule {
    private final FittedCurve fitted;
    private final CurveIntervals intervals;
    private final Inference inference;
    private final Units units;

    private MidpointRule(FittedCurve fitted, CurveIntervals intervals) {
        this.fitted = fitted;
        this.intervals = intervals;
        this.inference = fitted.protocol().inference();
        this.units = fitted.protocol().units();
    }

    static MidpointVerdict judge(FittedCurve fitted, CurveIntervals intervals) {
        return new MidpointRule(fitted, intervals).judge();
    }

    private MidpointVerdict judge() {
        if (fitted.fit().degreesOfFreedom() <= 0) {
            return new MidpointVerdict.Undetermined(
                    Limits.OPEN,
                    new Warning(
                            "no-degrees-of-freedom",
                            "ic50 is not estimable: " + fitted.fit().observations() + " observations for "
                                    + fitted.fit().freeParameters() + " parameters leave nothing to judge the fit by"));
        }
        Optional<FTest> flat = fitted.flatTest();
        if (flat.isPresent() && flat.get().p() >= 1 - inference.level()) {
            return NoEffectRule.judge(
                    fitted.data(),
                    fitted.protocol(),
                    String.format(
                            Locale.ROOT,
                            "a horizontal line fits as well as a curve (p = %.3f)",
                            flat.get().p()));
        }
        double midpoint = fitted.logIc50();
        if (fitted.range().contains(midpoint)) {
            return inside(midpoint);
        }
        boolean isAbove = midpoint > fitted.range().highest();
        if (flat.isPresent() && flat.get().p() >= 1 - inference.censoringLevel()) {
            return new MidpointVerdict.Undetermined(
                    Limits.OPEN, weak(isAbove, flat.get().p()));
        }
        return isAbove ? above() : below();
    }

    private MidpointVerdict inside(double midpoint) {
        Limits limits = intervals.of(Parameter.LOG_IC50, inference.level());
        if (!limits.isOpen()) {
            return new MidpointVerdict.Determined(midpoint, limits);
        }
        return new MidpointVerdict.Undetermined(
                Limits.OPEN,
                new Warning(
                        "ic50-not-determined",
                        "ic50 is not estimable: its " + Text.percent(inference.level())
                                + " interval is open on both sides; the best curve has its mid-point at "
                                + Text.dose(midpoint, units)));
    }

    private MidpointVerdict above() {
        Limits limit = intervals.oneSided(Parameter.LOG_IC50, inference.level()).onlyLow();
        return fitted.data().dosed().reversed().stream()
                .filter(dose -> intervals.excludeAtOrBelow(dose, inference.censoringLevel()))
                .findFirst()
                .<MidpointVerdict>map(dose -> new MidpointVerdict.Censored(
                        Relation.ABOVE, dose, atLeast(limit, dose), beyond("above", "highest", dose)))
                .orElseGet(() -> new MidpointVerdict.Undetermined(limit, notExcluded("above", "highest")));
    }

    private MidpointVerdict below() {
        Limits limit = intervals.oneSided(Parameter.LOG_IC50, inference.level()).onlyHigh();
        return fitted.data().dosed().stream()
                .filter(dose -> intervals.excludeAtOrAbove(dose, inference.censoringLevel()))
                .findFirst()
                .<MidpointVerdict>map(dose -> new MidpointVerdict.Censored(
                        Relation.BELOW, dose, atMost(limit, dose), beyond("below", "lowest", dose)))
                .orElseGet(() -> new MidpointVerdict.Undetermined(limit, notExcluded("below", "lowest")));
    }

    /** What the data reject at the censoring level they reject at the lower level of the limit. */
    private static Limits atLeast(Limits limit, double dose) {
        double low = limit.low().orElse(dose);
        return new Limits(OptionalDouble.of(Math.max(low, dose)), OptionalDouble.empty());
    }

    private static Limits atMost(Limits limit, double dose) {
        double high = limit.high().orElse(dose);
        return new Limits(OptionalDouble.empty(), OptionalDouble.of(Math.min(high, dose)));
    }

    private Warning beyond(String side, String end, double dose) {
        return new Warning(
                "ic50-censored",
                "ic50 is censored: the best curve has its mid-point " + side + " the " + end + " tested dose, at "
                        + Text.dose(fitted.logIc50(), units) + ", and the data place it " + side + " "
                        + Text.dose(dose, units) + " with " + Text.percent(inference.censoringLevel())
                        + " one-sided confidence");
    }

    private Warning weak(boolean isAbove, double p) {
        return new Warning(
                "ic50-not-determined",
                String.format(
                        Locale.ROOT,
                        "ic50 is not estimable: the best curve has its mid-point %s the tested doses, and the evidence"
                                + " that the response depends on dose at all is weak (p = %.3f)",
                        isAbove ? "above" : "below",
                        p));
    }

    private Warning notExcluded(String side, String end) {
        return new Warning(
                "ic50-not-determined",
                "ic50 is not estimable: the best curve has its mid-point " + side + " the " + end + " tested dose, at "
                        + Text.dose(fitted.logIc50(), units) + ", but the data exclude none at any tested dose with "
                        + Text.percent(inference.censoringLevel()) + " one-sided confidence");
    }
}
