package org.kindlin.assays.plate.assay;

import java.util.List;
import java.util.stream.Stream;
import org.kindlin.assays.doseresponse.ResponseVariance;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.quality.ControlNoise;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.VarianceFunction;

/**
 * The variance of a plate's responses: that of the signal behind a response, carried over by the slope of the scale.
 *
 * <p>No signal is believed below the lowest control mean, nor below a hundredth of the highest: without a floor the
 * weight of a well would otherwise grow without bound.
 *
 * @param scale from responses back to signals
 * @param noise in units of the plate's largest control mean
 * @param unit that mean
 * @param lowest smallest mean of a group of replicates, in size
 */
public record WellNoise(SignalScale scale, VarianceFunction noise, double unit, double lowest)
        implements ResponseVariance {
    private static final double LEAST_BELIEVED = 0.01;

    /** The noise of a block that has controls. */
    public static WellNoise of(AssayBlock block, SignalScale scale, ControlNoise noise) {
        return of(controls(block), scale, noise);
    }

    /** The noise of a block whose groups of replicates have these signals. */
    public static WellNoise of(List<double[]> groups, SignalScale scale, ControlNoise noise) {
        double lowest = groups.stream()
                .mapToDouble(group -> Math.abs(Descriptive.mean(group)))
                .min()
                .orElseThrow();
        return new WellNoise(scale, noise.function(), ControlNoise.unit(groups), lowest);
    }

    /** The signals of vehicle, no-enzyme and blank wells; of positive controls where neither of the latter is there. */
    static List<double[]> controls(AssayBlock block) {
        WellRole zero = block.has(WellRole.NO_ENZYME, WellRole.BLANK) ? WellRole.BLANK : WellRole.POSITIVE;
        return Stream.of(WellRole.VEHICLE, WellRole.NO_ENZYME, zero)
                .map(block::signals)
                .filter(signals -> signals.length > 0)
                .toList();
    }

    @Override
    public double at(double expected) {
        double signal = scale.signalAt(expected);
        double believed = Math.max(signal, Math.max(lowest, LEAST_BELIEVED * unit)) / unit;
        double slope = scale.responsePerSignal(signal);
        return noise.at(believed) * unit * unit * slope * slope;
    }
}
