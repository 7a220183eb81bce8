package org.kindlin.assays.kinase;

import java.util.Optional;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * The scale of one block from signal to percent inhibition.
 *
 * <p>Where the plate has a usable ADP standard curve the scale counts product, otherwise signal: enzyme activity is
 * proportional to the product it makes. Percent activity is 100 (y - y0) / (y100 - y0) and percent inhibition 100 minus
 * that, with y the product or the signal and the means of the control wells as y0 and y100.
 *
 * @param zeroActivity y0
 * @param fullActivity y100
 * @param zeroFrom what defines 0 % activity, in words
 * @param calibration the plate's ADP standard curve
 */
public record ActivityScale(double zeroActivity, double fullActivity, String zeroFrom, Calibration calibration) {

    /** The scale of a block; empty where the protocol normalises to nothing. */
    static Optional<ActivityScale> of(AssayBlock block, KinaseProtocol.Scale scale, Calibration calibration) {
        if (scale.normalization() == Normalization.NONE) {
            return Optional.empty();
        }
        Optional<WellRole> zero = zeroRole(block, scale);
        ActivityScale raw = new ActivityScale(0, 1, "", calibration);
        return Optional.of(new ActivityScale(
                zero.map(role -> raw.meanOf(block, role)).orElse(0.0),
                raw.meanOf(block, WellRole.VEHICLE),
                zero.map(role -> count(block, role)).orElse("a signal of zero"),
                zero.isPresent() ? calibration : new Calibration.None()));
    }

    private static Optional<WellRole> zeroRole(AssayBlock block, KinaseProtocol.Scale scale) {
        if (scale.normalization() == Normalization.VEHICLE) {
            return Optional.empty();
        }
        return Optional.of(scale.zeroRole(block));
    }

    private static String count(AssayBlock block, WellRole role) {
        return "the mean of " + block.wells(role).size() + " " + role.label() + " wells";
    }

    private double meanOf(AssayBlock block, WellRole role) {
        return Descriptive.mean(block.wells(role).stream()
                .mapToDouble(well -> product(well.signal()))
                .toArray());
    }

    /** Percent ADP where there is a standard curve, the signal itself otherwise. */
    double product(double signal) {
        return calibration instanceof StandardCurve curve ? curve.percent(signal) : signal;
    }

    /** Percent of the vehicle wells' activity that a signal means. */
    public double percentActivity(double signal) {
        return 100 * (product(signal) - zeroActivity) / (fullActivity - zeroActivity);
    }

    /** Percent inhibition that a signal means; below 0 where activity exceeds that of the vehicle wells. */
    public double percentInhibition(double signal) {
        return 100 - percentActivity(signal);
    }

    /** The signal that a percent inhibition means. */
    double signalAt(double percentInhibition) {
        double product = zeroActivity + (1 - percentInhibition / 100) * (fullActivity - zeroActivity);
        return calibration instanceof StandardCurve curve ? curve.signal(product) : product;
    }

    /** Change of percent inhibition per unit of signal, at a signal. */
    double inhibitionPerSignal(double signal) {
        double productPerSignal = calibration instanceof StandardCurve curve ? 1 / curve.slopeAt(signal) : 1;
        return -100 * productPerSignal / (fullActivity - zeroActivity);
    }

    /** Whether 0 % and 100 % are told apart, in the direction the signal should follow. */
    boolean isUsable(SignalDirection direction) {
        boolean rises = calibration instanceof StandardCurve || direction == SignalDirection.RISES_WITH_ADP;
        double span = fullActivity - zeroActivity;
        return rises ? span > 0 : span < 0;
    }
}
