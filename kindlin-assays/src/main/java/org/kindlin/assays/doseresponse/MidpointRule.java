package org.kindlin.assays.doseresponse;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.FTest;

/**
 * The rule by which a mid-point, or the dose of another effect, is printed, censored or withheld.
 *
 * <ol>
 *   <li>Without degrees of freedom nothing is claimed.
 *   <li>Where the curve is not significantly better than a horizontal line (extra sum of squares, p &ge; 1 - level), there
 *       is no mid-point; {@link NoEffectRule} says whether the compound is inactive over the range or simply not judged.
 *   <li>Optimum among the tested doses: the value with its two-sided interval; one side open is said, both sides open
 *       withhold the value. Where one side is open and the slope ended at its limit, it is the limit that chose the
 *       mid-point: the value is censored towards the open side, as beyond the tested doses.
 *   <li>Optimum above the highest dose: {@code >} the highest tested dose at or below which the data reject every
 *       mid-point at the censoring level (one-sided, {@link OneSided}), with the one-sided lower limit beside it. That is
 *       the highest dose of all where the curve says enough, a lower one where it bends at the very end; where the data
 *       reject no tested dose, or the horizontal line only at less than the censoring level, the value is withheld. Below the lowest dose likewise.
 * </ol>
 */
final class MidpointRule {
    private final CurveFacts facts;
    private final DoseEvidence evidence;
    private final Inference inference;
    private final Units units;

    private MidpointRule(CurveFacts facts, DoseEvidence evidence) {
        this.facts = facts;
        this.evidence = evidence;
        this.inference = facts.protocol().inference();
        this.units = facts.protocol().units();
    }

    /** The verdict on the mid-point of a sigmoid. */
    static MidpointVerdict judge(FittedCurve fitted, CurveIntervals intervals) {
        return judge(CurveFacts.of(fitted), new MidpointEvidence(fitted, intervals));
    }

    /** The verdict on any dose that a curve determines as it does its mid-point. */
    static MidpointVerdict judge(CurveFacts facts, DoseEvidence evidence) {
        return new MidpointRule(facts, evidence).judge();
    }

    private MidpointVerdict judge() {
        if (facts.degreesOfFreedom() <= 0) {
            return new MidpointVerdict.Undetermined(
                    Limits.OPEN,
                    new Warning(
                            "no-degrees-of-freedom",
                            evidence.name() + " is not estimable: " + facts.observations() + " observations for "
                                    + facts.freeParameters() + " parameters leave nothing to judge the fit by"));
        }
        if (facts.isFlat()) {
            return flat();
        }
        double dose = evidence.logDose();
        if (facts.range().contains(dose)) {
            return inside(dose);
        }
        boolean isAbove = dose > facts.range().highest();
        Optional<FTest> flat = facts.flatTest();
        if (flat.isPresent() && flat.get().p() >= 1 - inference.censoringLevel()) {
            return new MidpointVerdict.Undetermined(
                    Limits.OPEN, weak(isAbove, flat.get().p()));
        }
        String best = "the best curve has its " + evidence.noun()
                + (isAbove ? " above the highest" : " below the lowest") + " tested dose, at " + Text.dose(dose, units);
        return isAbove ? above(best) : below(best);
    }

    /** A response clear of half of control bounds the mid-point; of the doses of other effects it says nothing. */
    private MidpointVerdict flat() {
        String finding = String.format(
                Locale.ROOT,
                "a horizontal line fits as well as a curve (p = %.3f)",
                facts.flatTest().orElseThrow().p());
        if (evidence.isMidpoint()) {
            return NoEffectRule.judge(facts.data(), facts.protocol(), finding);
        }
        return new MidpointVerdict.Undetermined(
                Limits.OPEN, new Warning("no-dose-dependence", evidence.name() + " is not estimable: " + finding));
    }

    private MidpointVerdict inside(double midpoint) {
        Limits limits = evidence.limits(inference.level());
        if (limits.isClosed() || (!limits.isOpen() && !evidence.isPlacedBySearchLimit())) {
            return new MidpointVerdict.Determined(midpoint, limits);
        }
        if (!limits.isOpen()) {
            String best = "the slope of the best curve ended at its limit, its " + evidence.noun() + " has no limit ";
            return limits.isOpenBelow() ? below(best + "below") : above(best + "above");
        }
        return new MidpointVerdict.Undetermined(
                Limits.OPEN,
                new Warning(
                        evidence.name() + "-not-determined",
                        evidence.name() + " is not estimable: its " + Text.percent(inference.level())
                                + " interval is open on both sides; the best curve has its " + evidence.noun() + " at "
                                + Text.dose(midpoint, units)));
    }

    private MidpointVerdict above(String best) {
        Limits limit = evidence.oneSided(inference.level()).onlyLow();
        return facts.data().dosed().reversed().stream()
                .filter(dose -> evidence.excludeAtOrBelow(dose, inference.censoringLevel()))
                .findFirst()
                .<MidpointVerdict>map(dose -> new MidpointVerdict.Censored(
                        Relation.ABOVE, dose, atLeast(limit, dose), beyond(best, "above", dose)))
                .orElseGet(() -> new MidpointVerdict.Undetermined(limit, notExcluded(best)));
    }

    private MidpointVerdict below(String best) {
        Limits limit = evidence.oneSided(inference.level()).onlyHigh();
        return facts.data().dosed().stream()
                .filter(dose -> evidence.excludeAtOrAbove(dose, inference.censoringLevel()))
                .findFirst()
                .<MidpointVerdict>map(dose -> new MidpointVerdict.Censored(
                        Relation.BELOW, dose, atMost(limit, dose), beyond(best, "below", dose)))
                .orElseGet(() -> new MidpointVerdict.Undetermined(limit, notExcluded(best)));
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

    private Warning beyond(String best, String side, double dose) {
        return new Warning(
                evidence.name() + "-censored",
                evidence.name() + " is censored: " + best + ", and the data place it " + side + " "
                        + Text.dose(dose, units) + " with " + Text.percent(inference.censoringLevel())
                        + " one-sided confidence");
    }

    private Warning weak(boolean isAbove, double p) {
        return new Warning(
                evidence.name() + "-not-determined",
                String.format(
                        Locale.ROOT,
                        "%s is not estimable: the best curve has its %s %s the tested doses, and the evidence"
                                + " that the response depends on dose at all is weak (p = %.3f)",
                        evidence.name(),
                        evidence.noun(),
                        isAbove ? "above" : "below",
                        p));
    }

    private Warning notExcluded(String best) {
        return new Warning(
                evidence.name() + "-not-determined",
                evidence.name() + " is not estimable: " + best + ", but the data exclude none at any tested dose with "
                        + Text.percent(inference.censoringLevel()) + " one-sided confidence");
    }
}
