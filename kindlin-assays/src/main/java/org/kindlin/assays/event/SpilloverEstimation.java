package org.kindlin.assays.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.numerics.statistics.OrderStatistics;

/**
 * Spillover from single-stain controls: of each control the median of every detector, less that of the unstained control,
 * over the same of the dye's own detector (Bagwell and Adams, Ann. N. Y. Acad. Sci. 677:167, 1993). Where a control holds
 * stained and unstained cells, gate the stained ones first.
 */
public final class SpilloverEstimation {
    private static final double LEVEL = 0.95;

    private SpilloverEstimation() {}

    /**
     * The matrix.
     *
     * @param unstained the unstained control; its detectors' medians are the floor
     * @param stained the control of each dye by the name of its own detector, in the order of the matrix
     * @return empty where a control lacks a detector, is not brighter than the unstained one in its own, or
     *     looks like another
     */
    public static Optional<Spillover> of(FcsDataSet unstained, Map<String, FcsDataSet> stained) {
        List<String> detectors = List.copyOf(new LinkedHashMap<>(stained).keySet());
        double[][] matrix = new double[detectors.size()][detectors.size()];
        for (int dye = 0; dye < detectors.size(); dye++) {
            FcsDataSet control = stained.getOrDefault(detectors.get(dye), unstained);
            for (int detector = 0; detector < detectors.size(); detector++) {
                matrix[dye][detector] =
                        median(control, detectors.get(detector)) - median(unstained, detectors.get(detector));
            }
            double own = matrix[dye][dye];
            if (!(own > 0)) {
                return Optional.empty();
            }
            for (int detector = 0; detector < detectors.size(); detector++) {
                matrix[dye][detector] = Math.max(0, matrix[dye][detector]) / own;
                if (!Double.isFinite(matrix[dye][detector])) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Spillover(detectors, matrix)).filter(Spillover::isRegular);
    }

    private static double median(FcsDataSet set, String detector) {
        double[] values = set.parameter(detector)
                .map(parameter -> set.scale(parameter).toArray())
                .orElse(new double[0]);
        double[] finite =
                java.util.Arrays.stream(values).filter(Double::isFinite).toArray();
        return finite.length == 0
                ? Double.NaN
                : OrderStatistics.median(finite, LEVEL).value();
    }
}
