package org.kindlin.assays.proliferation;

/**
 * The distribution of intensities in one generation: dye and autofluorescence added, both log-normal.
 *
 * <p>Their sum is given as a log-normal distribution with a shift that has its mean, variance and third central moment (as
 * for sums in general: L. F. Fenton, IRE Trans. Commun. Syst. 8:57-67, 1960). Without autofluorescence it is exact.
 *
 * @param shift lower end of the distribution
 * @param logMedian natural logarithm of its median above the shift
 * @param logDeviation standard deviation of that logarithm
 */
record PeakShape(double shift, double logMedian, double logDeviation) {

    /**
     * The shape of a generation.
     *
     * @param dye mean intensity of its dye
     * @param dyeCv coefficient of variation of the dye, as a fraction
     * @param auto mean autofluorescence
     * @param autoCv its coefficient of variation, as a fraction
     */
    static PeakShape of(double dye, double dyeCv, double auto, double autoCv) {
        double variance = square(dye * dyeCv) + square(auto * autoCv);
        double third = thirdMoment(dye, dyeCv) + thirdMoment(auto, autoCv);
        double sd = Math.sqrt(variance);
        double skewness = third / (variance * sd);
        double cv = 2 * StrictMath.sinh(asinh(skewness / 2) / 3);
        double mean = sd / cv;
        double logVariance = StrictMath.log1p(cv * cv);
        return new PeakShape(dye + auto - mean, StrictMath.log(mean) - 0.5 * logVariance, Math.sqrt(logVariance));
    }

    /** How many standard deviations above the median an intensity lies, on the logarithmic scale of the shape. */
    double score(double intensity) {
        double above = intensity - shift;
        return above > 0 ? (StrictMath.log(above) - logMedian) / logDeviation : Double.NEGATIVE_INFINITY;
    }

    /** The intensity so many standard deviations above the median. */
    double atScore(double score) {
        return shift + StrictMath.exp(logMedian + score * logDeviation);
    }

    /** The median intensity. */
    double median() {
        return shift + StrictMath.exp(logMedian);
    }

    private static double thirdMoment(double mean, double cv) {
        double square = cv * cv;
        return mean * mean * mean * square * square * (square + 3);
    }

    private static double square(double x) {
        return x * x;
    }

    private static double asinh(double x) {
        return StrictMath.log1p(x + x * x / (1 + Math.sqrt(1 + x * x)));
    }
}
