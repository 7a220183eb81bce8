package org.kindlin.numerics.calibration;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.calibration.CalibrationWeighting.WeightFunction;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.FTest;

/**
 * A fitted standard curve with its residuals.
 *
 * @param data every calibrator, replicates included
 * @param rss weighted residual sum of squares of the observations fitted (replicates, or their means)
 * @param fitted number of those observations
 * @param weights weight by concentration, on the scale of a single reading
 * @param pureError weighted scatter of the replicates about the mean of their concentration
 */
public record CalibrationFit(
        CalibrationSpec spec,
        Calibrators data,
        CalibrationCurve curve,
        double rss,
        int fitted,
        WeightFunction weights,
        double pureError)
        implements CalibrationOutcome {

    /** Observations fitted less parameters. */
    public int degreesOfFreedom() {
        return fitted - spec.model().parameters();
    }

    /** The variance of one reading of weight one: {@code rss/df}; empty without degrees of freedom. */
    public OptionalDouble residualVariance() {
        int df = degreesOfFreedom();
        return df > 0 ? OptionalDouble.of(rss / df) : OptionalDouble.empty();
    }

    /** The weight of a single reading at a concentration: the reciprocal of its variance but for a common factor. */
    public double weight(double concentration) {
        return weights.at(concentration);
    }

    /**
     * The curve against the free means of the concentrations, by extra sum of squares (N. R. Draper and H. Smith, Applied
     * Regression Analysis, 3rd ed. 1998, section 2.1); empty without replicates, spare concentrations or scatter.
     */
    public Optional<FTest> lackOfFit() {
        int levels = data.levels().size();
        return spec.onMeans()
                ? Optional.empty()
                : FTest.extraSumOfSquares(rss, degreesOfFreedom(), pureError, data.size() - levels);
    }

    /**
     * {@code 1 - RSS/TSS} of the observations fitted, unweighted, as programs print it. It says how far apart the
     * calibrators lie, not whether the curve is the right one; empty where all responses are equal.
     */
    public OptionalDouble rSquared() {
        Calibrators of = spec.onMeans() ? data.means() : data;
        double total = Descriptive.sumOfSquaresAboutMean(of.response());
        double residual = 0;
        for (int i = 0; i < of.size(); i++) {
            double off = of.response()[i] - curve.response(of.concentration()[i]);
            residual += off * off;
        }
        return total > 0 ? OptionalDouble.of(1 - residual / total) : OptionalDouble.empty();
    }
}
