package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.numerics.statistics.ReplicateGroup;
import org.kindlin.numerics.statistics.VarianceFunction;
import org.kindlin.numerics.statistics.VarianceFunctionFit;

/**
 * How a signal scatters about its mean: floor^2 + (cv signal)^2, estimated from all replicate wells of one cell line
 * (blanks, vehicle, and every dose), plate by plate.
 *
 * @param function empty where every well is taken alike
 * @param lowest no signal is believed to scatter less than one of this size
 */
record SignalNoise(Optional<VarianceFunction> function, double lowest) {
    private static final double LEAST_BELIEVED = 0.01;
    static final SignalNoise ALIKE = new SignalNoise(Optional.empty(), 0);

    /** The noise of these blocks together. */
    static SignalNoise of(List<AssayBlock> blocks, CurveWeights weights) {
        if (weights == CurveWeights.CONSTANT) {
            return ALIKE;
        }
        List<ReplicateGroup> groups =
                blocks.stream().flatMap(block -> groups(block).stream()).toList();
        double highest = groups.stream()
                .mapToDouble(group -> Math.abs(group.mean()))
                .max()
                .orElse(0);
        return new SignalNoise(
                VarianceFunctionFit.of(groups).map(VarianceFunctionFit::function), LEAST_BELIEVED * highest);
    }

    private static List<ReplicateGroup> groups(AssayBlock block) {
        List<ReplicateGroup> groups = new ArrayList<>();
        add(groups, block.signals(WellRole.BLANK));
        add(groups, block.signals(WellRole.VEHICLE));
        Map<String, List<AssayWell>> doses = new TreeMap<>();
        block.wells(WellRole.SAMPLE).stream()
                .filter(well -> well.amount().isPresent())
                .forEach(well -> doses.computeIfAbsent(
                                well.compound() + "\n" + well.form() + "\n"
                                        + well.amount().getAsDouble(),
                                _ -> new ArrayList<>())
                        .add(well));
        doses.values()
                .forEach(wells -> add(
                        groups, wells.stream().mapToDouble(AssayWell::signal).toArray()));
        return groups;
    }

    private static void add(List<ReplicateGroup> groups, double[] signals) {
        if (signals.length > 1) {
            groups.add(ReplicateGroup.of(signals));
        }
    }

    boolean isKnown() {
        return function.isPresent();
    }

    /** The variance of a signal expected to be this. */
    double at(double signal) {
        return function.map(known -> known.at(Math.max(Math.abs(signal), lowest)))
                .orElse(1.0);
    }
}
