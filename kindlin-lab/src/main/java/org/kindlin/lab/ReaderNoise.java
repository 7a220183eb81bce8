package org.kindlin.lab;

import java.util.List;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.numerics.random.RandomStream;

/**
 * What a photometer and a pipette add to a true reading: reading = blank + signal × m + e, with m log-normal of median one
 * and e normal.
 *
 * @param wellCv coefficient of variation between wells, as a fraction
 * @param sd standard deviation of the reader
 */
public record ReaderNoise(double wellCv, double sd) {

    /** The keys of these settings, the reader's deviation in the unit of its readings. */
    public static List<Key<Double>> keys(String prefix, String wellCvPercent, String readerSd) {
        return List.of(
                Key.number(
                        prefix + "WellCvPercent", 0, 100, wellCvPercent, "well-to-well coefficient of variation in %"),
                Key.number(prefix + "ReaderSd", 0, 1e9, readerSd, "standard deviation of the reader"));
    }

    /** The noise that the keys of this prefix state. */
    public static ReaderNoise of(Resolved settings, List<Key<Double>> keys) {
        return new ReaderNoise(settings.get(keys.getFirst()) / 100, settings.get(keys.getLast()));
    }

    /** One reading of a well, from the well's own stream. */
    public double read(double blank, double signal, RandomStream stream) {
        double logSd = StrictMath.sqrt(StrictMath.log1p(wellCv * wellCv));
        return blank + signal * stream.nextLogNormal(1, logSd) + stream.nextGaussian(0, sd);
    }
}
