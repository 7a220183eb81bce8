package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.Units;

/** Dose-response of a ratio in percent of the reference: the concentration that engages half of the target. */
final class TargetCurves {
    private static final int FEWEST_DOSES = 4;
    private static final double PERCENT = 100;

    private TargetCurves() {}

    static List<CurveResult> of(List<LaneRatio> ratios, BlotProtocol protocol, long seed) {
        Map<Map<String, String>, List<LaneRatio>> curves = new LinkedHashMap<>();
        for (LaneRatio ratio : ratios) {
            if (ratio.fold().isPresent()
                    && ratio.use().dose().isPresent()
                    && ratio.use().role() == LaneRole.SAMPLE
                    && ratio.use().dose().getAsDouble() > 0) {
                curves.computeIfAbsent(subject(ratio), _ -> new ArrayList<>()).add(ratio);
            }
        }
        List<CurveResult> results = new ArrayList<>();
        curves.forEach((subject, dosed) -> {
            long doses = dosed.stream()
                    .map(LaneRatio::use)
                    .map(LaneUse::dose)
                    .distinct()
                    .count();
            if (doses >= FEWEST_DOSES) {
                results.add(curve(subject, dosed, references(ratios, dosed), protocol, seed));
            }
        });
        return results;
    }

    private static Map<String, String> subject(LaneRatio ratio) {
        Map<String, String> subject = new LinkedHashMap<>();
        for (Map.Entry<String, String> part : ratio.use().condition("").entrySet()) {
            subject.put(part.getKey(), part.getValue());
        }
        subject.put("target", ratio.name());
        return subject;
    }

    /** What the folds of these lanes are counted from, on their blots. */
    private static List<LaneRatio> references(List<LaneRatio> ratios, List<LaneRatio> dosed) {
        return LaneRatios.references(dosed.getFirst(), ratios).stream()
                .filter(ratio -> ratio.fold().isPresent()
                        && dosed.stream().anyMatch(other -> other.blot().equals(ratio.blot())))
                .toList();
    }

    private static CurveResult curve(
            Map<String, String> subject,
            List<LaneRatio> dosed,
            List<LaneRatio> references,
            BlotProtocol protocol,
            long seed) {
        List<LaneRatio> all = new ArrayList<>(references);
        all.addAll(dosed);
        CurveProtocol curve =
                CurveProtocol.standard(new Units(protocol.doseUnit(), "%")).withControl(PERCENT);
        return BlotCurve.of(subject, all, curve, seed);
    }
}
