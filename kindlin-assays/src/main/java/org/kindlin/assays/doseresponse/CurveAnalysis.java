package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.sigmoid.NotEstimable;
import org.kindlin.numerics.sigmoid.SigmoidFit;
import org.kindlin.numerics.sigmoid.SigmoidOutcome;

/** Analyses one dose-response curve: the part that every assay with a dose axis shares. Pure functions. */
public final class CurveAnalysis {

    private CurveAnalysis() {}

    /**
     * Fits one curve and judges what the data determine.
     *
     * @param seed of the bootstrap, where the protocol asks for one
     * @return always a result; a curve that cannot be fitted has null estimates and a warning with the reason
     */
    public static CurveResult analyze(CurveData data, CurveProtocol protocol, long seed) {
        return analyze(data, protocol, seed, Optional.empty());
    }

    /** The same where a model of more than one variance says how uncertain the fitted curve is. */
    public static CurveResult analyze(CurveData data, CurveProtocol protocol, long seed, CurveErrors errors) {
        return analyze(data, protocol, seed, Optional.of(errors));
    }

    private static CurveResult analyze(
            CurveData data, CurveProtocol protocol, long seed, Optional<CurveErrors> errors) {
        Optional<TestedRange> range = data.range();
        if (range.isEmpty()) {
            return withoutCurve(data, protocol, notFitted("no dose above zero"));
        }
        SigmoidOutcome outcome = WeightedFit.fit(data, protocol);
        return switch (outcome) {
            case SigmoidFit fit -> {
                FittedCurve fitted = new FittedCurve(data, protocol, range.get(), fit);
                CurveIntervals own = IntervalMethods.of(fitted, seed);
                SigmoidBand band = new SigmoidBand(fitted);
                yield judged(
                        fitted,
                        errors.<CurveIntervals>map(
                                        stated -> new StatedErrors(fit, own, stated.parameters(), stated.how()))
                                .orElse(own),
                        errors.flatMap(CurveErrors::variance)
                                .<BandedCurve>map(variance -> new StatedBand(band, variance))
                                .orElse(band));
            }
            case NotEstimable none -> notEstimable(data, protocol, none.reason());
        };
    }

    /** The curve alone, without judgement; empty where none can be fitted. */
    public static Optional<FittedCurve> fit(CurveData data, CurveProtocol protocol) {
        return data.range()
                .flatMap(range ->
                        WeightedFit.fit(data, protocol).fit().map(fit -> new FittedCurve(data, protocol, range, fit)));
    }

    private static CurveResult notEstimable(CurveData data, CurveProtocol protocol, NotEstimable.Reason reason) {
        MidpointVerdict verdict = isFlat(data, protocol, reason)
                ? NoEffectRule.judge(data, protocol, "the response does not depend on dose")
                : notFitted(reason.text());
        return withoutCurve(data, protocol, verdict);
    }

    /** Whether there is no curve because there is no effect, rather than because the protocol forbids the one there is. */
    private static boolean isFlat(CurveData data, CurveProtocol protocol, NotEstimable.Reason reason) {
        return switch (reason) {
            case UNUSABLE_VALUE, TOO_FEW_POINTS, TOO_FEW_DOSES -> false;
            case CONSTANT_RESPONSE -> data.observations().size() > 1;
            case NO_CURVE_WITHIN_LIMITS ->
                WeightedFit.fit(data, CurveProtocol.standard(protocol.units()))
                        .fit()
                        .map(fit -> new FittedCurve(data, protocol, data.range().orElseThrow(), fit))
                        .flatMap(FittedCurve::flatTest)
                        .map(test -> test.p() >= 1 - protocol.inference().level())
                        .orElse(true);
        };
    }

    private static MidpointVerdict notFitted(String reason) {
        return new MidpointVerdict.Undetermined(
                Limits.OPEN, new Warning("not-fitted", "no curve was fitted: " + reason));
    }

    /** What a fitted curve says under the uncertainty given. */
    static CurveResult judged(FittedCurve fitted, CurveIntervals intervals) {
        return judged(fitted, intervals, new SigmoidBand(fitted));
    }

    private static CurveResult judged(FittedCurve fitted, CurveIntervals intervals, BandedCurve band) {
        MidpointVerdict midpoint = MidpointRule.judge(fitted, intervals);
        MidpointVerdict absolute = HalfControlRule.judge(fitted, band, midpoint);
        SubjectResult result = new SubjectResult(
                fitted.data().subject(),
                CurveEstimates.of(fitted, intervals, midpoint, absolute),
                CurveTests.of(fitted),
                CurveQuality.of(fitted),
                warnings(midpoint, absolute, CurveWarnings.of(fitted, midpoint)));
        return new CurveResult(fitted.data(), fitted.protocol(), Optional.of(fitted), midpoint, absolute, result);
    }

    private static CurveResult withoutCurve(CurveData data, CurveProtocol protocol, MidpointVerdict midpoint) {
        MidpointVerdict absolute = HalfControlRule.withoutCurve(midpoint);
        SubjectResult result = new SubjectResult(
                data.subject(),
                CurveEstimates.withoutCurve(protocol, midpoint, absolute),
                List.of(),
                List.of(),
                warnings(midpoint, absolute, List.of()));
        return new CurveResult(data, protocol, Optional.empty(), midpoint, absolute, result);
    }

    private static List<Warning> warnings(MidpointVerdict midpoint, MidpointVerdict absolute, List<Warning> ofCurve) {
        Set<Warning> warnings = new LinkedHashSet<>();
        reason(midpoint).ifPresent(warnings::add);
        reason(absolute).ifPresent(warnings::add);
        warnings.addAll(ofCurve);
        return new ArrayList<>(warnings);
    }

    private static Optional<Warning> reason(MidpointVerdict verdict) {
        return switch (verdict) {
            case MidpointVerdict.Determined _ -> Optional.empty();
            case MidpointVerdict.Censored censored -> Optional.of(censored.reason());
            case MidpointVerdict.Undetermined undetermined -> Optional.of(undetermined.reason());
        };
    }
}
