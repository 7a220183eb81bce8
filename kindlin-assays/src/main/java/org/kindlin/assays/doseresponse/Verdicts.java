package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;

/** The answer in plain sentences. */
final class Verdicts {
    /** Past this many curves a sentence for each is no longer read; a count is. */
    private static final int MOST_SENTENCES = 24;

    private Verdicts() {}

    static List<String> of(List<CurveResult> curves) {
        if (curves.size() > MOST_SENTENCES) {
            return List.of(count(curves.stream().map(CurveResult::midpoint).toList()));
        }
        List<String> sentences = new ArrayList<>();
        curves.forEach(curve -> sentences.add(sentence(curve)));
        return sentences;
    }

    /** The same of curves of any family, with why each model was chosen. */
    static List<String> ofFamilies(List<FamilyResult> curves) {
        if (curves.size() > MOST_SENTENCES) {
            return List.of(count(curves.stream().map(FamilyResult::midpoint).toList()));
        }
        List<String> sentences = new ArrayList<>();
        for (FamilyResult curve : curves) {
            sentences.add(sentence(curve.data(), curve.protocol(), curve.midpoint()));
            curve.table().ifPresent(table -> sentences.add(curve.data().label() + ": " + table.reason()));
        }
        return sentences;
    }

    /** Comparisons and summaries first: they are what was asked. */
    static List<String> of(
            List<RelativePotency.Comparison> comparisons,
            List<SubjectResult> summaries,
            List<String> ofCurves,
            DoseResponseProtocol protocol) {
        List<String> sentences = new ArrayList<>();
        comparisons.forEach(comparison -> sentences.add(sentence(comparison)));
        summaries.forEach(summary -> sentences.add(sentence(summary, protocol.curve())));
        sentences.addAll(ofCurves);
        return sentences;
    }

    private static String sentence(RelativePotency.Comparison comparison) {
        String label = comparison.test().data().label() + " against "
                + comparison.reference().data().label();
        Estimate potency = comparison.result().estimate("relativePotency").orElseThrow();
        Double value = potency.value();
        return value == null
                ? label + ": relative potency withheld ("
                        + comparison.result().warnings().getFirst().code() + ")"
                : label + ": relative potency " + Text.number(value) + " (" + Text.percent(potency.level())
                        + " interval " + interval(potency, "") + "), curves parallel";
    }

    private static String sentence(SubjectResult summary, CurveProtocol protocol) {
        String label = String.join(", ", summary.subject().values());
        Optional<Estimate> ic50 = summary.estimate("ic50").filter(estimate -> estimate.value() != null);
        if (ic50.isEmpty()) {
            String why = summary.warnings().isEmpty()
                    ? "ic50 not given"
                    : summary.warnings().getFirst().code();
            return label + ": no average (" + why + ")";
        }
        String unit = protocol.units().dose();
        return label + ": ic50 " + Text.number(Objects.requireNonNull(ic50.get().value())) + unit(unit) + " ("
                + Text.percent(ic50.get().level()) + " interval " + interval(ic50.get(), unit)
                + ", variance between levels included)";
    }

    private static String interval(Estimate estimate, String unit) {
        Double low = estimate.low();
        Double high = estimate.high();
        return (low == null ? "open" : Text.number(low)) + " to "
                + (high == null ? "open" : Text.number(high) + unit(unit));
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "" : " " + unit;
    }

    private static String sentence(CurveResult curve) {
        return sentence(curve.data(), curve.protocol(), curve.midpoint());
    }

    private static String sentence(CurveData data, CurveProtocol protocol, MidpointVerdict midpoint) {
        Units units = protocol.units();
        String label = data.label();
        return switch (midpoint) {
            case MidpointVerdict.Determined determined ->
                label + ": ic50 " + Text.dose(determined.logIc50(), units) + " ("
                        + Text.percent(protocol.inference().level()) + " interval "
                        + interval(determined.limits(), units) + ")";
            case MidpointVerdict.Censored censored ->
                label + ": ic50 " + censored.relation().symbol() + " " + Text.dose(censored.logDose(), units) + " ("
                        + censored.reason().code() + ")";
            case MidpointVerdict.Undetermined undetermined ->
                label + ": ic50 not estimable (" + undetermined.reason().code() + ")";
        };
    }

    static String interval(Limits limits, Units units) {
        String low = limits.low().isPresent()
                ? Text.number(StrictMath.pow(10, limits.low().getAsDouble()))
                : "open";
        String high = limits.high().isPresent() ? Text.dose(limits.high().getAsDouble(), units) : "open";
        return low + " to " + high;
    }

    private static String count(List<MidpointVerdict> curves) {
        int determined = 0;
        int censored = 0;
        for (MidpointVerdict midpoint : curves) {
            switch (midpoint) {
                case MidpointVerdict.Determined _ -> determined++;
                case MidpointVerdict.Censored _ -> censored++;
                case MidpointVerdict.Undetermined _ -> {}
            }
        }
        return curves.size() + " curves: ic50 determined for " + determined + ", censored for " + censored
                + ", not estimable for " + (curves.size() - determined - censored);
    }
}
