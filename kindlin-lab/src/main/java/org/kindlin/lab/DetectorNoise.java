package org.kindlin.lab;

import java.util.List;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.numerics.random.RandomStream;

/**
 * What a plate reader and a hurried hand add to a true signal.
 *
 * <p>Reading = Poisson(signal × m × e × photons) / photons, with m log-normal (multiplicative, CV {@code wellCv}), e the
 * edge effect; with probability {@code outlierProbability} a well is spoilt by a factor drawn log-normally.
 *
 * @param photonsPerUnit detected photons per signal unit: sets the shot noise
 * @param wellCv well-to-well coefficient of variation, as a fraction
 * @param edgeLoss fraction of signal lost in the outermost wells
 * @param outlierProbability chance that a well is spoilt
 * @param outlierLogSd standard deviation of the natural logarithm of the factor that spoils it
 */
public record DetectorNoise(
        double photonsPerUnit, double wellCv, double edgeLoss, double outlierProbability, double outlierLogSd) {

    private static final Key<Double> PHOTONS =
            Key.number("photonsPerUnit", 1e-6, 1e6, "0.2", "detected photons per signal unit; sets the shot noise");
    private static final Key<Double> WELL_CV =
            Key.number("wellCvPercent", 0, 100, "3", "well-to-well coefficient of variation in %");
    private static final Key<Double> EDGE =
            Key.number("edgeLossPercent", -100, 100, "2", "signal lost in the outermost wells in %");
    private static final Key<Double> OUTLIER_PROBABILITY =
            Key.number("outlierPercent", 0, 100, "0.2", "wells spoilt by a bubble or a missed dispense in %");
    private static final Key<Double> OUTLIER_SD =
            Key.number("outlierLogSd", 0, 5, "0.7", "ln standard deviation of the factor that spoils a well");

    /** The keys of these settings, for any virtual plate assay. */
    public static List<Key<?>> keys() {
        return List.of(PHOTONS, WELL_CV, EDGE, OUTLIER_PROBABILITY, OUTLIER_SD);
    }

    /** The same keys with other defaults where the signal is small, such as an absorbance, and wells differ more. */
    public static List<Key<?>> keys(String photonsPerUnit, String wellCvPercent) {
        return List.of(
                Key.number(PHOTONS.name(), 1e-6, 1e9, photonsPerUnit, PHOTONS.meaning()),
                Key.number(WELL_CV.name(), 0, 100, wellCvPercent, WELL_CV.meaning()),
                EDGE,
                OUTLIER_PROBABILITY,
                OUTLIER_SD);
    }

    public static DetectorNoise of(Resolved settings) {
        return new DetectorNoise(
                settings.get(PHOTONS),
                settings.get(WELL_CV) / 100,
                settings.get(EDGE) / 100,
                settings.get(OUTLIER_PROBABILITY) / 100,
                settings.get(OUTLIER_SD));
    }

    /**
     * One reading of a well.
     *
     * @param signal true signal, not negative
     * @param edge whether the well is one of the outermost
     * @param stream the well's own stream
     */
    public double read(double signal, boolean edge, RandomStream stream) {
        return detect(signal * factor(edge, stream), stream);
    }

    /** What a well's content is multiplied by: scatter between wells, edge, and now and then an accident. */
    public double factor(boolean edge, RandomStream stream) {
        double logSd = StrictMath.sqrt(StrictMath.log1p(wellCv * wellCv));
        double factor = stream.nextLogNormal(1, logSd) * (edge ? 1 - edgeLoss : 1);
        return stream.nextDouble() < outlierProbability ? factor * stream.nextLogNormal(1, outlierLogSd) : factor;
    }

    /** A signal as the detector counts it, with shot noise. */
    public double detect(double signal, RandomStream stream) {
        return stream.nextPoisson(signal * photonsPerUnit) / photonsPerUnit;
    }
}
