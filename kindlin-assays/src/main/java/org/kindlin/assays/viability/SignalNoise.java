package org.kindlin.assays.viability;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.ReplicateWells;
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
        return ReplicateWells.signals(block, List.of(WellRole.BLANK, WellRole.VEHICLE)).stream()
                .filter(signals -> signals.length > 1)
                .map(ReplicateGroup::of)
                .toList();
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
