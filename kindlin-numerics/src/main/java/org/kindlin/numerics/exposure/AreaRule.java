package org.kindlin.numerics.exposure;

/**
 * How two neighbouring concentrations are joined (Gabrielsson and Weiner, Pharmacokinetic and Pharmacodynamic Data
 * Analysis, 5th ed., section 2.8; Yeh and Kwan, J Pharmacokinet Biopharm 1978, 6:79).
 *
 * <p>A straight line gives {@code (c1 + c2) Δt / 2} and, for the first moment, {@code (t1 c1 + t2 c2) Δt / 2}; an
 * exponential of rate {@code k = ln(c1/c2)/Δt} gives {@code (c1 - c2)/k} and
 * {@code (t1 c1 - t2 c2)/k + (c1 - c2)/k²}.
 */
public enum AreaRule {
    /** Straight lines everywhere. */
    LINEAR,
    /** Straight lines where concentrations rise or stay, exponentials where they fall. */
    LINEAR_UP_LOG_DOWN,
    /** Straight lines up to the maximum, exponentials after it. */
    LINEAR_LOG;

    /** Below this relative difference the exponential is a straight line to rounding. */
    private static final double EQUAL = 1e-9;

    /**
     * The area over all samples.
     *
     * @param times rising
     * @param values concentrations, not negative; one for each time
     * @param origin time that moments count from
     */
    public Area over(double[] times, double[] values, double origin) {
        double peak = times[peak(values)];
        Area sum = Area.NONE;
        for (int i = 1; i < times.length; i++) {
            sum = sum.plus(
                    between(times[i - 1] - origin, values[i - 1], times[i] - origin, values[i], times[i - 1] >= peak));
        }
        return sum;
    }

    /** The concentration at a time between two samples, by the same rule as the area. */
    public double at(double time, double t1, double c1, double t2, double c2, boolean pastPeak) {
        double part = (time - t1) / (t2 - t1);
        return isLogarithmic(c1, c2, pastPeak)
                ? c1 * StrictMath.exp(part * StrictMath.log(c2 / c1))
                : c1 + part * (c2 - c1);
    }

    /** Index of the first maximum. */
    public static int peak(double[] values) {
        int peak = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[peak]) {
                peak = i;
            }
        }
        return peak;
    }

    private Area between(double t1, double c1, double t2, double c2, boolean pastPeak) {
        if (!isLogarithmic(c1, c2, pastPeak)) {
            return new Area((t2 - t1) * (c1 + c2) / 2, (t2 - t1) * (t1 * c1 + t2 * c2) / 2);
        }
        double rate = StrictMath.log(c1 / c2) / (t2 - t1);
        return new Area((c1 - c2) / rate, (t1 * c1 - t2 * c2) / rate + (c1 - c2) / (rate * rate));
    }

    private boolean isLogarithmic(double c1, double c2, boolean pastPeak) {
        if (c1 <= 0 || c2 <= 0 || Math.abs(c1 - c2) <= EQUAL * Math.max(c1, c2)) {
            return false;
        }
        return switch (this) {
            case LINEAR -> false;
            case LINEAR_UP_LOG_DOWN -> c1 > c2;
            case LINEAR_LOG -> pastPeak;
        };
    }
}
