package org.kindlin.numerics.growth;

/**
 * Growth rate inhibition: how much of the untreated growth rate is left, whatever that rate is.
 *
 * <p>{@code GR = 2^(k/k0) - 1} with {@code k/k0 = log2(x/x0) / log2(xc/x0)}, where x, xc and x0 are the cell numbers with
 * treatment, without it, and when it began. 1 is untreated growth, 0 no growth, -1 no cell left; below 0 there are fewer
 * cells than at the beginning (M. Hafner et al., Nature Methods 13:521-527, 2016).
 *
 * @param doublings log2(xc/x0), the population doublings of untreated cells; positive
 */
public record GrowthRateInhibition(double doublings) {

    public GrowthRateInhibition {
        if (!(doublings > 0) || !Double.isFinite(doublings)) {
            throw new IllegalArgumentException(doublings + " doublings: untreated cells have not grown");
        }
    }

    /** That of cells counted when treatment began and, untreated, when it ended. */
    public static GrowthRateInhibition ofCounts(double atStart, double untreated) {
        return new GrowthRateInhibition(log2(untreated / atStart));
    }

    /** GR of a cell number given as a fraction of the untreated one; -1 where no cell is left, or less than none. */
    public double ofRelativeCount(double fraction) {
        return fraction > 0 ? StrictMath.pow(2, 1 + log2(fraction) / doublings) - 1 : -1;
    }

    /** The cell number, as a fraction of the untreated one, that a GR above -1 means: {@code ((1 + GR)/2)^doublings}. */
    public double relativeCount(double gr) {
        return gr > -1 ? StrictMath.pow(0.5 * (1 + gr), doublings) : 0;
    }

    /** Derivative of GR by the relative cell number; at most that of a thousandth of the untreated cells. */
    public double slope(double fraction) {
        double believed = Math.max(fraction, 1e-3);
        return (1 + ofRelativeCount(believed)) / (doublings * believed);
    }

    /** The relative cell number when treatment began: 2^-doublings. */
    public double atStart() {
        return StrictMath.pow(2, -doublings);
    }

    /**
     * The area over the GR curve, from its mean values by the trapezoidal rule over the common logarithm of the dose,
     * divided by the width of the tested range: 0 without effect, 1 for arrest at every dose.
     *
     * @param logDose ascending, at least two different
     * @param gr mean GR at each dose
     */
    public static double areaOverCurve(double[] logDose, double[] gr) {
        double area = 0;
        for (int i = 1; i < logDose.length; i++) {
            area += (logDose[i] - logDose[i - 1]) * (1 - 0.5 * (gr[i] + gr[i - 1]));
        }
        return area / (logDose[logDose.length - 1] - logDose[0]);
    }

    static double log2(double value) {
        return StrictMath.log(value) / StrictMath.log(2);
    }
}
