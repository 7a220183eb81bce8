package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Warning;

/**
 * The doses of effects on a curve of any family: relative to its own full effect ({@code ec10}; {@code ic50} for the half)
 * and, where control is known, as shares of control ({@code ec10-absolute}).
 */
final class EffectDoses {
    private static final String BAND =
            "share of control on the fitted curve; interval by inversion of its confidence band";

    private final FamilyCurve curve;
    private final CurveFacts facts;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final MidpointVerdict midpoint;
    private final Optional<EffectEvidence> evidence;
    private final ModelChoice choice;

    private EffectDoses(FamilyCurve curve, ModelChoice choice) {
        this.curve = curve;
        this.choice = choice;
        this.facts = curve.facts();
        this.evidence = EffectEvidence.of(curve, 0.5);
        MidpointVerdict own =
                evidence.map(found -> MidpointRule.judge(facts, found)).orElseGet(() -> noPlateau("ic50"));
        this.midpoint = choice.widened(own, rival -> rival.midpoint);
    }

    /** Those of a curve on its own. */
    static EffectDoses alone(FamilyCurve curve) {
        return new EffectDoses(curve, ModelChoice.none());
    }

    /**
     * What was found.
     *
     * @param midpoint the verdict on the dose of half of full effect
     */
    record Found(MidpointVerdict midpoint, List<Estimate> estimates, List<Warning> warnings) {}

    /** The mid-point, half of control, and the doses of these levels. */
    static Found of(FamilyCurve curve, List<Double> levels, ModelChoice choice) {
        EffectDoses doses = new EffectDoses(curve, choice);
        doses.midpoint();
        doses.absolute(0.5);
        doses.levels(levels);
        return new Found(doses.midpoint, doses.estimates, doses.warnings);
    }

    /** The doses of these levels alone, beside a mid-point judged elsewhere. */
    static Found levels(FamilyCurve curve, List<Double> levels) {
        EffectDoses doses = alone(curve);
        doses.levels(levels);
        return new Found(doses.midpoint, doses.estimates, doses.warnings);
    }

    private void midpoint() {
        OptionalDouble error = evidence.map(EffectEvidence::standardError).orElse(OptionalDouble.empty());
        String method = method(evidence);
        Estimate ic50 = CurveEstimates.onDoseScale("ic50", midpoint, curve.protocol(), error, method);
        estimates.add(ic50);
        CurveEstimates.negativeLogarithm(ic50, curve.protocol().units()).ifPresent(estimates::add);
        reason(midpoint);
        if (!(midpoint instanceof MidpointVerdict.Determined)) {
            evidence.ifPresent(found -> estimates.add(CurveEstimates.onDoseScale(
                    "ic50-optimum",
                    new MidpointVerdict.Determined(found.logDose(), Limits.OPEN),
                    curve.protocol(),
                    error,
                    "optimum of the fit, outside the tested range or not determined")));
        }
    }

    private void levels(List<Double> levels) {
        for (double level : levels) {
            relative(level);
        }
        for (double level : levels) {
            if (level != 0.5) {
                absolute(level);
            }
        }
    }

    private void relative(double level) {
        String name = EffectLevels.name(level);
        Optional<EffectEvidence> found = level == 0.5 ? evidence : EffectEvidence.of(curve, level);
        MidpointVerdict verdict =
                level == 0.5 ? midpoint : choice.widened(relative(level, found), rival -> rival.relativeAlone(level));
        estimates.add(CurveEstimates.onDoseScale(
                name,
                verdict,
                curve.protocol(),
                found.map(EffectEvidence::standardError).orElse(OptionalDouble.empty()),
                method(found)));
        reason(verdict);
    }

    private String method(Optional<EffectEvidence> found) {
        return found.map(EffectEvidence::method).map(choice::method).orElse("none: the model has no full effect");
    }

    private MidpointVerdict relative(double level, Optional<EffectEvidence> found) {
        return found.map(dose -> MidpointRule.judge(facts, dose)).orElseGet(() -> noPlateau(EffectLevels.name(level)));
    }

    private MidpointVerdict relativeAlone(double level) {
        return relative(level, EffectEvidence.of(curve, level));
    }

    private MidpointVerdict absoluteAlone(double level) {
        return HalfControlRule.judge(facts, curve, midpoint, level);
    }

    private void absolute(double level) {
        MidpointVerdict verdict = choice.widened(absoluteAlone(level), rival -> rival.absoluteAlone(level));
        estimates.add(CurveEstimates.onDoseScale(
                HalfControlRule.name(level), verdict, curve.protocol(), OptionalDouble.empty(), choice.method(BAND)));
        reason(verdict);
    }

    /** The flat verdict comes first: without any effect it matters little what the model could express. */
    private MidpointVerdict noPlateau(String name) {
        if (facts.isFlat()) {
            return NoEffectRule.judge(
                    facts.data(), facts.protocol(), "the response does not depend on dose under this model");
        }
        String why = curve.fit().family().end(curve.fit().variables()).isEmpty()
                ? "a curve of this model grows without bound, so there is no full effect to count from"
                : "the fitted curve has this effect at no dose above zero";
        return new MidpointVerdict.Undetermined(
                Limits.OPEN, new Warning("no-relative-effect", name + " is not estimable: " + why));
    }

    private void reason(MidpointVerdict verdict) {
        switch (verdict) {
            case MidpointVerdict.Determined _ -> {}
            case MidpointVerdict.Censored censored -> add(censored.reason());
            case MidpointVerdict.Undetermined undetermined -> add(undetermined.reason());
        }
    }

    private void add(Warning warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }
}
