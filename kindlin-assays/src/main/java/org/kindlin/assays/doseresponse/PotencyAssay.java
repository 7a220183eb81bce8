package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.numerics.curve.ErrorModel;

/** Compares every test preparation with the reference of the same remaining subject (the same day, the same target). */
final class PotencyAssay {
    private final DoseResponseProtocol protocol;
    private final PotencyProtocol potency;

    private PotencyAssay(DoseResponseProtocol protocol, PotencyProtocol potency) {
        this.protocol = protocol;
        this.potency = potency;
    }

    static List<RelativePotency.Comparison> of(
            List<CurveData> curves, DoseResponseProtocol protocol, PotencyProtocol potency) {
        return new PotencyAssay(protocol, potency).compare(curves);
    }

    /** The column in which a subject carries the name of the reference. */
    static Optional<String> column(Map<String, String> subject, String reference) {
        return subject.entrySet().stream()
                .filter(entry -> entry.getValue().equals(reference))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private List<RelativePotency.Comparison> compare(List<CurveData> curves) {
        Optional<String> column = curves.stream()
                .flatMap(curve -> column(curve.subject(), potency.reference()).stream())
                .findFirst();
        if (column.isEmpty()) {
            return List.of();
        }
        Map<Map<String, String>, FamilyCurve> references = new HashMap<>();
        List<RelativePotency.Comparison> comparisons = new ArrayList<>();
        for (CurveData curve : curves) {
            if (potency.reference().equals(curve.subject().get(column.get()))) {
                fit(curve).ifPresent(fitted -> references.put(without(curve, column.get()), fitted));
            }
        }
        for (CurveData curve : curves) {
            Optional<FamilyCurve> reference = Optional.ofNullable(references.get(without(curve, column.get())));
            if (reference.isPresent()
                    && !potency.reference().equals(curve.subject().get(column.get()))) {
                fit(curve)
                        .map(test -> RelativePotency.of(reference.get(), test, potency))
                        .ifPresent(comparisons::add);
            }
        }
        return comparisons;
    }

    private static Map<String, String> without(CurveData curve, String column) {
        Map<String, String> rest = new LinkedHashMap<>(curve.subject());
        rest.remove(column);
        return rest;
    }

    private Optional<FamilyCurve> fit(CurveData curve) {
        DoseModel model = protocol.models().request().candidates().getFirst();
        return FamilyFit.of(curve, protocol.curve(), ErrorModel.NORMAL).fit(model)
                        instanceof FamilyFit.Outcome.Fitted(FamilyCurve fitted)
                ? Optional.of(fitted)
                : Optional.empty();
    }
}
