package org.kindlin.assays.kinase;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.doseresponse.ResponseVariance;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.assays.plate.assay.ResponseBlock;
import org.kindlin.assays.plate.assay.SignalScale;
import org.kindlin.assays.plate.assay.TargetKind;
import org.kindlin.assays.plate.assay.WellNoise;
import org.kindlin.assays.plate.quality.ControlNoise;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * A block with its scale.
 *
 * @param scale empty where the protocol normalises to nothing
 * @param calibration the plate's ADP standard curve
 * @param noise what its wells are weighted by; empty where they are weighted alike
 */
public record NormalizedBlock(
        AssayBlock block, Optional<ActivityScale> scale, Calibration calibration, Optional<ControlNoise> noise)
        implements ResponseBlock, SignalScale {
    private static final TargetKind KINASE = new TargetKind("target", "the kinase");

    /** The block on its own scale, made of its own standards and controls. */
    static NormalizedBlock of(AssayBlock block, KinaseProtocol.Scale scale) {
        List<AssayWell> standards = block.wells(WellRole.STANDARD).stream()
                .filter(well -> well.amount().isPresent())
                .toList();
        Calibration calibration = StandardCurve.fit(
                standards.stream().mapToDouble(well -> well.amount().orElse(0)).toArray(),
                standards.stream().mapToDouble(AssayWell::signal).toArray(),
                scale.standardCurve(),
                scale.signal());
        return new NormalizedBlock(block, ActivityScale.of(block, scale, calibration), calibration, Optional.empty());
    }

    /** The same block, its wells weighted by this noise. */
    NormalizedBlock with(Optional<ControlNoise> changed) {
        return new NormalizedBlock(block, scale, calibration, changed);
    }

    @Override
    public ResponseVariance variance() {
        return noise.<ResponseVariance>map(found -> WellNoise.of(block, this, found))
                .orElse(ResponseVariance.ALIKE);
    }

    @Override
    public TargetKind kind() {
        return KINASE;
    }

    @Override
    public boolean isNormalized() {
        return scale.isPresent();
    }

    /** Whether its controls define a scale, or none is wanted. */
    boolean isUsable(KinaseProtocol.Scale stated) {
        return scale.map(own -> own.isUsable(stated.signal())).orElse(true);
    }

    /** The response that curves are fitted to: percent inhibition, or the signal where nothing is normalised. */
    @Override
    public double response(AssayWell well) {
        return scale.map(s -> s.percentInhibition(well.signal())).orElse(well.signal());
    }

    @Override
    public double signalAt(double response) {
        return scale.map(s -> s.signalAt(response)).orElse(response);
    }

    @Override
    public double responsePerSignal(double signal) {
        return scale.map(s -> s.inhibitionPerSignal(signal)).orElse(1.0);
    }

    /**
     * The percent of the ATP offered that the vehicle wells turned over: their ADP less that of the wells that define
     * zero activity (ADP the ATP came with). Empty without a standard curve.
     */
    public OptionalDouble vehicleConversion() {
        double[] conversions = vehicleConversions();
        return conversions.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Descriptive.mean(conversions));
    }

    /** The conversion of every vehicle well, in percent; empty without a standard curve or background. */
    double[] vehicleConversions() {
        if (!(calibration instanceof StandardCurve curve)
                || scale.isEmpty()
                || !(scale.get().calibration() instanceof StandardCurve)) {
            return new double[0];
        }
        double background = scale.get().zeroActivity();
        return Arrays.stream(block.signals(WellRole.VEHICLE))
                .map(signal -> curve.percent(signal) - background)
                .toArray();
    }

    /** Whether a vehicle well reads above the highest standard, where the curve is extrapolated. */
    boolean isBeyondStandards() {
        return calibration instanceof StandardCurve curve
                && Arrays.stream(block.signals(WellRole.VEHICLE))
                        .anyMatch(signal -> curve.percent(signal) > curve.highestPercent());
    }
}
