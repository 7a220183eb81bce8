package org.kindlin.assays.doseresponse;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.kindlin.assays.result.SubjectResult;

/** Analyses every curve of a data set; a pure function. */
final class DoseResponseAnalysis {
    private DoseResponseAnalysis() {}

    static DoseResponseResult analyze(DoseResponseData data, DoseResponseProtocol protocol, long seed) {
        return protocol.models()
                .sigmoid()
                .map(model -> logistic(data, protocol, model, seed))
                .orElseGet(() -> ofAnyFamily(data, protocol));
    }

    private static DoseResponseResult logistic(
            DoseResponseData data, DoseResponseProtocol protocol, CurveModel model, long seed) {
        List<CurveResult> separate = each(
                data,
                curve -> CurveAnalysis.analyze(curve, protocol.curve(), seed).with(data.findings()));
        Optional<SharedCurves.Shared> shared =
                protocol.shared().isEmpty() ? Optional.empty() : Optional.of(SharedCurves.of(separate, protocol));
        List<CurveResult> curves = shared.map(SharedCurves.Shared::curves).orElse(separate).parallelStream()
                .map(curve -> curve.with(FamilyAnalysis.withEffectDoses(
                        curve, model, protocol.models().effectLevels())))
                .toList();
        List<SubjectResult> summaries =
                summaries(curves.stream().map(CurveResult::result).toList(), protocol);
        List<RelativePotency.Comparison> comparisons = comparisons(data, protocol);
        return new DoseResponseResult(
                curves,
                List.of(),
                summaries,
                comparisons,
                shared.map(SharedCurves.Shared::comparison),
                data.points(),
                Verdicts.of(comparisons, summaries, Verdicts.of(curves), protocol),
                data.exclusions(),
                Methods.of(protocol) + RepetitionMethods.of(protocol));
    }

    private static DoseResponseResult ofAnyFamily(DoseResponseData data, DoseResponseProtocol protocol) {
        List<FamilyResult> families = each(
                data,
                curve -> FamilyAnalysis.analyze(curve, protocol.curve(), protocol.models())
                        .with(data.findings()));
        List<SubjectResult> summaries =
                summaries(families.stream().map(FamilyResult::result).toList(), protocol);
        List<RelativePotency.Comparison> comparisons = comparisons(data, protocol);
        return new DoseResponseResult(
                List.of(),
                families,
                summaries,
                comparisons,
                Optional.empty(),
                data.points(),
                Verdicts.of(comparisons, summaries, Verdicts.ofFamilies(families), protocol),
                data.exclusions(),
                FamilyMethods.of(protocol) + RepetitionMethods.of(protocol));
    }

    private static List<SubjectResult> summaries(List<SubjectResult> curves, DoseResponseProtocol protocol) {
        return protocol.repetition()
                .random()
                .map(factor -> RepeatedCurves.of(factor, curves, protocol.curve()))
                .orElse(List.of());
    }

    private static List<RelativePotency.Comparison> comparisons(DoseResponseData data, DoseResponseProtocol protocol) {
        return protocol.repetition()
                .potency()
                .map(potency -> PotencyAssay.of(data.curves(), protocol, potency))
                .orElse(List.of());
    }

    /** Curves are independent of one another, so how many threads share them changes nothing. */
    private static <R> List<R> each(DoseResponseData data, Function<CurveData, R> analysis) {
        return IntStream.range(0, data.curves().size())
                .parallel()
                .mapToObj(i -> analysis.apply(data.curves().get(i)))
                .toList();
    }
}
