package org.kindlin.numerics.sigmoid;

import java.util.Arrays;

/**
 * Many response vectors of one design, each collapsed to its dose means about its own mean. An array per quantity, an
 * entry per curve; arrays are padded with zeros to whole blocks of {@link #BLOCK} curves.
 */
final class DoseMeans {
    static final int BLOCK = 128;

    private static final double ROUNDING = 1e-28;

    final int curves;
    /** Centred means: [dose][curve]. */
    final double[][] mean;
    /** The mean of all responses. */
    final double[] centre;
    /** Sum of squares of the responses about their dose means. */
    final double[] pureError;
    /** Weighted sum of squares of the centred means; zero where the curve is constant or a response is no number. */
    final double[] scatter;

    private final BatchDesign design;

    DoseMeans(double[][] responses, BatchDesign design) {
        int padded = (responses.length + BLOCK - 1) / BLOCK * BLOCK;
        this.design = design;
        this.curves = responses.length;
        this.mean = new double[design.doses()][padded];
        this.centre = new double[padded];
        this.pureError = new double[padded];
        this.scatter = new double[padded];
        for (int curve = 0; curve < curves; curve++) {
            collapse(responses[curve], curve);
        }
    }

    private void collapse(double[] response, int curve) {
        if (response.length != design.observations()) {
            throw new IllegalArgumentException(
                    response.length + " responses for a design of " + design.observations() + " observations");
        }
        double middle = mean(response);
        double squares = 0;
        double pure = 0;
        for (int dose = 0; dose < mean.length; dose++) {
            double weight = design.weight(dose);
            double sum = 0;
            for (int i = design.start(dose); i < design.start(dose + 1); i++) {
                sum += response[design.observation(i)] - middle;
            }
            double deviation = sum / weight;
            for (int i = design.start(dose); i < design.start(dose + 1); i++) {
                double residual = response[design.observation(i)] - middle - deviation;
                pure += residual * residual;
            }
            mean[dose][curve] = deviation;
            squares += weight * deviation * deviation;
        }
        centre[curve] = middle;
        pureError[curve] = pure;
        boolean usable = squares > ROUNDING * middle * middle * response.length && squares < Double.POSITIVE_INFINITY;
        scatter[curve] = usable ? squares : 0;
        if (!usable) {
            Arrays.stream(mean).forEach(row -> row[curve] = 0);
        }
    }

    /** The mean, by differences from the first response. */
    private static double mean(double[] response) {
        double first = response[0];
        double sum = 0;
        for (double value : response) {
            sum += value - first;
        }
        return first + sum / response.length;
    }

    /** Puts the centred means of a curve into a lane. */
    void load(int curve, double[][] response, int lane) {
        for (int dose = 0; dose < mean.length; dose++) {
            response[dose][lane] = mean[dose][curve];
        }
    }
}
