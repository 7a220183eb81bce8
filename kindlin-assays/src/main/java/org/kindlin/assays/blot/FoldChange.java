package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.mixed.CrossedFit;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * A condition's fold change over all its blots.
 *
 * <p>The contrast of {@link RatioModel} between the condition and its reference lanes, with Satterthwaite's degrees of freedom:
 * scale and exposure of a blot cancel, and the scatter of lanes within blots is learnt from all conditions together. A
 * condition on one blot has no interval.
 *
 * @param condition sample, compound, dose, time
 * @param logs logarithms of the fold, one for each blot
 * @param contrast of the mixed model; empty with one blot
 * @param isReference whether it is what folds are counted from
 */
record FoldChange(
        String name, Map<String, String> condition, double[] logs, Optional<Contrast> contrast, boolean isReference) {

    /** Every condition of every ratio, in the order of the lanes. */
    static List<FoldChange> of(List<LaneRatio> ratios, BlotProtocol protocol) {
        Map<String, List<LaneRatio>> byName = new LinkedHashMap<>();
        for (LaneRatio ratio : ratios) {
            if (ratio.fold().isPresent()) {
                byName.computeIfAbsent(ratio.name(), _ -> new ArrayList<>()).add(ratio);
            }
        }
        List<FoldChange> changes = new ArrayList<>();
        byName.forEach((name, lanes) -> changes.addAll(of(name, lanes, protocol)));
        return changes;
    }

    private static List<FoldChange> of(String name, List<LaneRatio> lanes, BlotProtocol protocol) {
        RatioModel model = RatioModel.of(lanes, lane -> condition(lane, protocol));
        Optional<CrossedFit> fit = model.blots() > 1 ? model.byCondition() : Optional.empty();
        List<FoldChange> changes = new ArrayList<>();
        for (int number = 0; number < model.conditions(); number++) {
            List<LaneRatio> own = model.lanesOf(number);
            double[] logs = perBlot(own);
            double[] weights = weights(model, own, number);
            changes.add(new FoldChange(
                    name,
                    condition(own.getFirst(), protocol),
                    logs,
                    fit.filter(_ -> logs.length > 1).map(one -> one.contrast(weights)),
                    own.stream().allMatch(lane -> lane.use().role() == LaneRole.REFERENCE)));
        }
        return changes;
    }

    private static Map<String, String> condition(LaneRatio lane, BlotProtocol protocol) {
        return lane.use().condition(DoseText.of(lane.use(), protocol));
    }

    /** One of the condition, less the mean of the lanes that its folds are counted from. */
    private static double[] weights(RatioModel model, List<LaneRatio> own, int number) {
        LinkedHashSet<LaneRatio> references = new LinkedHashSet<>();
        own.forEach(lane -> references.addAll(LaneRatios.references(lane, model.lanes())));
        double[] weights = new double[model.conditions()];
        weights[number] = 1;
        for (int i = 0; i < model.lanes().size(); i++) {
            if (references.contains(model.lanes().get(i))) {
                weights[model.condition()[i]] -= 1.0 / references.size();
            }
        }
        return weights;
    }

    private static double[] perBlot(List<LaneRatio> lanes) {
        Map<String, List<Double>> byBlot = new TreeMap<>();
        for (LaneRatio lane : lanes) {
            byBlot.computeIfAbsent(lane.blot(), _ -> new ArrayList<>())
                    .add(StrictMath.log(lane.fold().orElseThrow()));
        }
        return byBlot.values().stream()
                .mapToDouble(logs ->
                        logs.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .toArray();
    }

    double value() {
        return StrictMath.exp(contrast.map(Contrast::value).orElse(Descriptive.mean(logs)));
    }

    /** Half the width of the interval of the logarithm; empty with one blot. */
    Optional<Double> halfWidth(double level) {
        return contrast.map(one -> one.standardError() > 0 ? one.margin(level) : 0);
    }

    /** The standard error of the logarithm; empty with one blot. */
    Optional<Double> standardError() {
        return contrast.map(Contrast::standardError);
    }

    String label() {
        return condition.isEmpty() ? "all lanes" : String.join(", ", condition.values());
    }
}
