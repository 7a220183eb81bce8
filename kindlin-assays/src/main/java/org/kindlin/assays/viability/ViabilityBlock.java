package org.kindlin.assays.viability;

import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.assays.doseresponse.ResponseVariance;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.assays.plate.assay.ResponseBlock;
import org.kindlin.assays.plate.assay.TargetKind;

/**
 * A block in percent of its own vehicle wells above its own blanks: 100 (s - b)/(v - b).
 *
 * @param blank b; zero by definition where the protocol subtracts none
 * @param vehicle v
 * @param noise how signals scatter
 * @param hours since treatment began; empty where not stated
 * @param conditions what tells its curves from others of the same compound and line
 */
public record ViabilityBlock(
        AssayBlock block,
        ControlMean blank,
        ControlMean vehicle,
        SignalNoise noise,
        OptionalDouble hours,
        Map<String, String> conditions)
        implements ResponseBlock {
    private static final double ROUNDING = 1e-12;
    static final TargetKind CELL_LINE = new TargetKind("cellLine", "the cells");

    /** The block on the scale of its own controls. */
    static ViabilityBlock of(
            ViabilityData.TreatedBlock treated,
            Normalization normalization,
            SignalNoise noise,
            Map<String, String> conditions) {
        AssayBlock block = treated.block();
        ControlMean blank = normalization == Normalization.VEHICLE
                ? ControlMean.ZERO
                : ControlMean.of(block.signals(WellRole.BLANK));
        ControlMean vehicle = ControlMean.of(block.signals(WellRole.VEHICLE));
        return new ViabilityBlock(block, blank, vehicle, noise, treated.hours(), conditions);
    }

    ViabilityBlock withControls(ControlMean otherBlank, ControlMean otherVehicle) {
        return new ViabilityBlock(block, otherBlank, otherVehicle, noise, hours, conditions);
    }

    /** Whether vehicle wells read above blanks, as living cells do, by more than rounding. */
    boolean isUsable() {
        double largest = block.wells().stream()
                .mapToDouble(well -> Math.abs(well.signal()))
                .max()
                .orElse(0);
        return window() > ROUNDING * largest;
    }

    /** Signal of the untreated cells alone. */
    double window() {
        return vehicle.mean() - blank.mean();
    }

    double percent(double signal) {
        return 100 * (signal - blank.mean()) / window();
    }

    double signal(double percent) {
        return blank.mean() + percent / 100 * window();
    }

    @Override
    public TargetKind kind() {
        return CELL_LINE;
    }

    @Override
    public boolean isNormalized() {
        return true;
    }

    @Override
    public double response(AssayWell well) {
        return percent(well.signal());
    }

    @Override
    public ResponseVariance variance() {
        return noise.isKnown() ? this::percentVariance : ResponseVariance.ALIKE;
    }

    /** The variance of a percentage expected to be this. */
    double percentVariance(double percent) {
        double slope = 100 / window();
        return noise.at(signal(percent)) * slope * slope;
    }
}
