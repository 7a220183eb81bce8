package org.kindlin.assays.event;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindlin.numerics.scale.Scale;
import org.kindlin.numerics.statistics.BinnedSample;
import org.kindlin.numerics.statistics.KernelDensity;
import org.kindlin.numerics.statistics.OrderStatistics;

/**
 * Spillover from single-stain controls: of each control's stained events the median of every detector, less that of the
 * unstained control, over the same of the dye's own detector (Bagwell and Adams, Ann. N. Y. Acad. Sci. 677:167, 1993). Stained
 * are the events above the deepest valley of the density in the dye's own detector; all, where it shows one population.
 */
public final class SpilloverEstimation {
    private static final double LEVEL = 0.95;
    private static final double PERCENT = 100;
    /** Share of the unstained control below what its events hardly reach. */
    private static final double UNSTAINED = 0.995;

    private SpilloverEstimation() {}

    /**
     * A matrix and what it rests on.
     *
     * @param controls of the dyes, in the order of the matrix
     */
    public record Estimated(Spillover spillover, List<Control> controls) {
        public Estimated {
            controls = List.copyOf(controls);
        }
    }

    /**
     * A single-stain control.
     *
     * @param usedPercent of its events that were taken for stained; 100 where its own detector shows one population
     * @param brightPercent of its events brighter there than all but half a percent of the unstained ones
     */
    public record Control(double usedPercent, double brightPercent) {}

    /**
     * The matrix.
     *
     * @param unstained the unstained control; its detectors' medians are the floor
     * @param stained the control of each dye by the name of its own detector, in the order of the matrix
     * @return empty where a control lacks a detector, is not brighter than the unstained one in its own, or
     *     looks like another
     */
    public static Optional<Estimated> of(FcsDataSet unstained, Map<String, FcsDataSet> stained) {
        List<String> detectors = List.copyOf(new LinkedHashMap<>(stained).keySet());
        double[][] matrix = new double[detectors.size()][detectors.size()];
        Control[] controls = new Control[detectors.size()];
        for (int dye = 0; dye < detectors.size(); dye++) {
            FcsDataSet control = stained.getOrDefault(detectors.get(dye), unstained);
            double[] own = values(control, detectors.get(dye));
            int[] used = stained(own, top(control, detectors.get(dye)));
            controls[dye] = new Control(
                    PERCENT * used.length / Math.max(1, own.length),
                    brightPercent(own, values(unstained, detectors.get(dye))));
            for (int detector = 0; detector < detectors.size(); detector++) {
                matrix[dye][detector] = median(values(control, detectors.get(detector)), used)
                        - median(values(unstained, detectors.get(detector)));
            }
            if (!isScaled(matrix[dye], dye)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Spillover(detectors, matrix))
                .filter(Spillover::isRegular)
                .map(spillover -> new Estimated(spillover, List.of(controls)));
    }

    /** Divides a row by its own dye's signal; not, where that is not above zero. */
    private static boolean isScaled(double[] row, int dye) {
        double own = row[dye];
        for (int detector = 0; detector < row.length; detector++) {
            row[detector] = Math.max(0, row[detector]) / own;
        }
        return own > 0 && Arrays.stream(row).allMatch(Double::isFinite);
    }

    /** Events above the deepest valley between two populations; all where there is none. */
    private static int[] stained(double[] values, double top) {
        Scale scale = MarkerScale.of(values, top);
        double[] places =
                Arrays.stream(values).map(scale::apply).filter(Double::isFinite).toArray();
        double cut = BinnedSample.of(places)
                .map(KernelDensity::of)
                .flatMap(KernelDensity::deepestValley)
                .map(valley -> scale.invert(valley.at()))
                .orElse(Double.NEGATIVE_INFINITY);
        return IntStream.range(0, values.length).filter(i -> values[i] > cut).toArray();
    }

    private static double brightPercent(double[] stained, double[] unstained) {
        double[] finite = Arrays.stream(unstained).filter(Double::isFinite).toArray();
        if (finite.length == 0 || stained.length == 0) {
            return 0;
        }
        double limit = OrderStatistics.select(finite, 0, finite.length, (int) (UNSTAINED * (finite.length - 1)));
        return PERCENT * Arrays.stream(stained).filter(value -> value > limit).count() / stained.length;
    }

    private static double top(FcsDataSet set, String detector) {
        return set.parameter(detector)
                .map(FcsParameter::top)
                .filter(top -> top > 1)
                .orElse(262144.0);
    }

    private static double[] values(FcsDataSet set, String detector) {
        return set.parameter(detector)
                .map(parameter -> set.scale(parameter).toArray())
                .orElse(new double[0]);
    }

    private static double median(double[] values) {
        return median(values, IntStream.range(0, values.length).toArray());
    }

    private static double median(double[] values, int[] events) {
        double[] finite = Arrays.stream(events)
                .filter(event -> event < values.length)
                .mapToDouble(event -> values[event])
                .filter(Double::isFinite)
                .toArray();
        return finite.length == 0
                ? Double.NaN
                : OrderStatistics.median(finite, LEVEL).value();
    }
}
