package org.kindlin.mechanism.inference;

import org.hipparchus.special.Erf;
import org.kindlin.mechanism.petab.Measurement;
import org.kindlin.mechanism.petab.NoiseDistribution;
import org.kindlin.mechanism.petab.Scale;

/**
 * The negative log-likelihood of one measurement m given the observable h and the noise σ, both distributions centred on
 * h on the observable's scale T:
 *
 * <pre>
 * normal:   ln(2πσ²)/2 + ((T(m) − T(h))/σ)²/2 − ln T′(m)
 * Laplace:  ln(2σ) + |T(m) − T(h)|/σ − ln T′(m)
 * censored: −ln(F(T(high)) − F(T(low))), F the distribution about T(h)
 * </pre>
 *
 * (PEtab version 1, "noise distributions"). A workspace that holds the last result.
 */
final class NoiseModel {
    private static final double HALF_LN_TWO_PI = 0.5 * StrictMath.log(2 * StrictMath.PI);
    private static final double SQRT_TWO = StrictMath.sqrt(2);
    private static final double SMALLEST = 1e-300;

    /** The negative log-likelihood. */
    double value;
    /** Squared residual in units of the noise; 0 where the value is censored. */
    double chiSquared;
    /** Derivative by h. */
    double byObservable;
    /** Derivative by σ. */
    double byNoise;
    /** Fisher information of h. */
    double observableInformation;
    /** Fisher information of σ. */
    double noiseInformation;

    void evaluate(Measurement measurement, Scale scale, NoiseDistribution distribution, double h, double noise) {
        if (!(noise > 0) || !Double.isFinite(h) || (scale != Scale.LIN && !(h > 0))) {
            value = Double.POSITIVE_INFINITY;
            chiSquared = Double.POSITIVE_INFINITY;
            return;
        }
        double centre = scale.apply(h);
        double slope = scale.slope(h);
        if (measurement.censoring().isPresent()) {
            censored(measurement.censoring().get(), scale, distribution, centre, noise);
        } else {
            measured(measurement.value(), scale, distribution, centre, noise);
        }
        byObservable *= slope;
        observableInformation = slope * slope / (noise * noise);
        noiseInformation = (distribution == NoiseDistribution.NORMAL ? 2 : 1) / (noise * noise);
    }

    private void measured(double m, Scale scale, NoiseDistribution distribution, double centre, double noise) {
        double residual = (scale.apply(m) - centre) / noise;
        chiSquared = residual * residual;
        double jacobian = scale == Scale.LIN ? 0 : StrictMath.log(scale.slope(m));
        if (distribution == NoiseDistribution.NORMAL) {
            value = HALF_LN_TWO_PI + StrictMath.log(noise) + 0.5 * chiSquared - jacobian;
            byObservable = -residual / noise;
            byNoise = (1 - chiSquared) / noise;
        } else {
            value = StrictMath.log(2 * noise) + Math.abs(residual) - jacobian;
            byObservable = -Math.signum(residual) / noise;
            byNoise = (1 - Math.abs(residual)) / noise;
        }
    }

    private void censored(
            Measurement.Censoring limits, Scale scale, NoiseDistribution distribution, double centre, double noise) {
        double low = limit(limits.low(), scale, centre, noise);
        double high = limit(limits.high(), scale, centre, noise);
        double mass = Math.max(mass(distribution, low, high), SMALLEST);
        value = -StrictMath.log(mass);
        chiSquared = 0;
        double atLow = density(distribution, low);
        double atHigh = density(distribution, high);
        byObservable = (atHigh - atLow) / (noise * mass);
        byNoise = (product(atHigh, high) - product(atLow, low)) / (noise * mass);
    }

    private static double limit(double limit, Scale scale, double centre, double noise) {
        boolean below = limit == Double.NEGATIVE_INFINITY || (scale != Scale.LIN && limit <= 0);
        return below ? Double.NEGATIVE_INFINITY : (scale.apply(limit) - centre) / noise;
    }

    private static double product(double density, double at) {
        return density == 0 ? 0 : density * at;
    }

    /** Probability between two standardised limits, from whichever tail loses no digits. */
    private static double mass(NoiseDistribution distribution, double low, double high) {
        return low > 0
                ? below(distribution, -low) - below(distribution, -high)
                : below(distribution, high) - below(distribution, low);
    }

    private static double below(NoiseDistribution distribution, double z) {
        if (distribution == NoiseDistribution.NORMAL) {
            return 0.5 * Erf.erfc(-z / SQRT_TWO);
        }
        return z < 0 ? 0.5 * StrictMath.exp(z) : 1 - 0.5 * StrictMath.exp(-z);
    }

    private static double density(NoiseDistribution distribution, double z) {
        if (Double.isInfinite(z)) {
            return 0;
        }
        return distribution == NoiseDistribution.NORMAL
                ? StrictMath.exp(-0.5 * z * z - HALF_LN_TWO_PI)
                : 0.5 * StrictMath.exp(-Math.abs(z));
    }
}
