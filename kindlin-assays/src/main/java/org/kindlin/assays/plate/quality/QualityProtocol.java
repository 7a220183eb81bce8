package org.kindlin.assays.plate.quality;

import java.util.List;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;

/**
 * How plate quality is judged.
 *
 * @param zPrimeLimit lowest acceptable Z-prime
 * @param correction what is taken out of the readings
 * @param outlierLevel chance per plate of flagging any well where none is an outlier
 * @param excludeOutliers whether flagged wells are left out
 * @param level confidence level of intervals
 */
public record QualityProtocol(
        double zPrimeLimit, PlateCorrection correction, double outlierLevel, boolean excludeOutliers, double level) {

    static final Key<Double> Z_PRIME_LIMIT =
            Key.number("zPrimeLimit", -10, 1, "0.5", "Z-prime below which a plate fails its check");
    static final Key<PlateCorrection> CORRECTION = Key.choice(
            "plateCorrection",
            PlateCorrection.class,
            PlateCorrection.NONE,
            "What is taken out of the readings of every plate before they are analysed");
    static final Key<Double> OUTLIER_LEVEL = Key.number(
            "outlierLevel",
            1e-6,
            0.5,
            "0.01",
            "Chance per plate of flagging any well as an outlier among its replicates where there is none");
    static final Key<Boolean> EXCLUDE_OUTLIERS = Key.flag(
            "excludeOutliers",
            false,
            "Whether wells flagged as outliers are left out of the analysis, with the reason");

    /** The keys of every assay that judges its plates. */
    public static final List<Key<?>> KEYS = List.of(Z_PRIME_LIMIT, CORRECTION, OUTLIER_LEVEL, EXCLUDE_OUTLIERS);

    /** Z-prime at least 0.5, nothing corrected, outliers at 1 % flagged and kept, 95 % intervals. */
    public static final QualityProtocol STANDARD = new QualityProtocol(0.5, PlateCorrection.NONE, 0.01, false, 0.95);

    /** The protocol of settings that were resolved with {@link #KEYS} among their keys. */
    public static QualityProtocol of(Resolved settings, double level) {
        return new QualityProtocol(
                settings.get(Z_PRIME_LIMIT),
                settings.get(CORRECTION),
                settings.get(OUTLIER_LEVEL),
                settings.get(EXCLUDE_OUTLIERS),
                level);
    }
}
