package org.kindlin.numerics.sigmoid;

import java.util.Arrays;
import org.kindlin.numerics.sigmoid.lane.Moments;

/**
 * Many response vectors of one design, each collapsed to its dose means about its own mean. An array per quantity, an
 * entry per curve; arrays are padded with zeros to whole blocks of {@link #BLOCK} curves.
 */
final class DoseMeans {
    static final int BLOCK = Moments.LANES;

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
    /** Dose means of one curve, less its first response. */
    private final double[] deviation;

    DoseMeans(double[][] responses, BatchDesign design) {
        int padded = (responses.length + BLOCK - 1) / BLOCK * BLOCK;
        this.design = design;
        this.deviation = new double[design.doses()];
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
        double first = response[0];
        double total = 0;
        for (int dose = 0; dose < mean.length; dose++) {
            double sum = design.sumAt(dose, response, first);
            total += sum;
            deviation[dose] = sum / design.weight(dose);
        }
        double shift = total / response.length;
        double squares = 0;
        double pure = 0;
        for (int dose = 0; dose < mean.length; dose++) {
            pure += design.squaresAt(dose, response, first, deviation[dose]);
            double centred = deviation[dose] - shift;
            mean[dose][curve] = centred;
            squares += design.weight(dose) * centred * centred;
        }
        double middle = first + shift;
        centre[curve] = middle;
        pureError[curve] = pure;
        boolean usable = squares > ROUNDING * middle * middle * response.length && squares < Double.POSITIVE_INFINITY;
        scatter[curve] = usable ? squares : 0;
        if (!usable) {
            Arrays.stream(mean).forEach(row -> row[curve] = 0);
        }
    }

    /** Puts the centred means of a curve into a lane. */
    void load(int curve, double[][] response, int lane) {
        for (int dose = 0; dose < mean.length; dose++) {
            response[dose][lane] = mean[dose][curve];
        }
    }
}
