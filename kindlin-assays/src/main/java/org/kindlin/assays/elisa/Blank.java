package org.kindlin.assays.elisa;

import java.util.Map;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayBlock;
import org.kindlin.assays.uncertainty.Measured;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * What is subtracted from readings.
 *
 * @param mean zero without blank wells
 * @param error its standard error; zero where there are fewer than two
 * @param df its degrees of freedom; infinite where the error is zero
 * @param wells how many there are
 */
public record Blank(double mean, double error, double df, int wells) {
    static final Blank NONE = new Blank(0, 0, Double.POSITIVE_INFINITY, 0);

    static Blank of(AssayBlock block) {
        double[] signals = block.signals(WellRole.BLANK);
        if (signals.length == 0) {
            return NONE;
        }
        double mean = Descriptive.mean(signals);
        double error = signals.length < 2 ? 0 : Descriptive.standardDeviation(signals) / Math.sqrt(signals.length);
        return new Blank(mean, error, error == 0 ? Double.POSITIVE_INFINITY : signals.length - 1.0, signals.length);
    }

    /** The mean of at least two values that share errors. */
    static Measured mean(double[] values, Map<String, Double> shared, double sharedDf, double level) {
        return Measured.of(
                Descriptive.mean(values),
                Descriptive.standardDeviation(values) / Math.sqrt(values.length),
                values.length - 1,
                shared,
                sharedDf,
                level);
    }
}
