package org.kindlin.mechanism.question;

import java.util.Arrays;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * The nominal value and where the middle 90 % of draws from the priors lie.
 *
 * @param nominal at the nominal parameters
 * @param low 5 % quantile of the draws; the nominal value without draws
 * @param median of the draws
 * @param high 95 % quantile
 */
public record Spread(double nominal, double low, double median, double high) {
    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /** Quantiles by linear interpolation of the order statistics (Hyndman and Fan's type 7). */
    public static Spread of(double nominal, double... draws) {
        double[] finite = Arrays.stream(draws).filter(Double::isFinite).toArray();
        return finite.length == 0
                ? new Spread(nominal, nominal, nominal, nominal)
                : new Spread(
                        nominal,
                        Descriptive.quantile(finite, LOW),
                        Descriptive.median(finite),
                        Descriptive.quantile(finite, HIGH));
    }
}
