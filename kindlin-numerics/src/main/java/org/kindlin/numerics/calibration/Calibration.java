package org.kindlin.numerics.calibration;

import java.util.Arrays;
import java.util.List;
import org.kindlin.numerics.calibration.CalibrationOutcome.NotCalibrated;
import org.kindlin.numerics.calibration.CalibrationWeighting.WeightFunction;
import org.kindlin.numerics.sigmoid.NotEstimable;
import org.kindlin.numerics.sigmoid.SigmoidData;
import org.kindlin.numerics.sigmoid.SigmoidFit;
import org.kindlin.numerics.sigmoid.SigmoidRegression;
import org.kindlin.numerics.sigmoid.SigmoidSpec;

/** Fits standard curves. Pure functions; data never make them throw. */
public final class Calibration {
    private Calibration() {}

    /** The curve of these calibrators, or the reason why there is none. */
    public static CalibrationOutcome fit(Calibrators data, CalibrationSpec spec) {
        return fit(data, spec, List.of());
    }

    /**
     * The same where specimens tell of the scatter of readings too.
     *
     * @param further replicate readings of each specimen; they count in {@link CalibrationWeighting#VARIANCE_MODEL} only
     */
    public static CalibrationOutcome fit(Calibrators data, CalibrationSpec spec, List<double[]> further) {
        List<Calibrators.Level> levels = data.levels();
        int needed = spec.model().parameters();
        if (levels.size() < Math.max(needed, 2)) {
            return new NotCalibrated(levels.size() + " different concentrations for " + needed + " parameters");
        }
        if (Arrays.stream(data.response()).allMatch(y -> y == data.response()[0])) {
            return new NotCalibrated("every calibrator reads the same");
        }
        WeightFunction weights = spec.weighting().of(data, further);
        double[] shares = levels.stream()
                .mapToDouble(level -> spec.onMeans() ? 1 : level.size())
                .toArray();
        WeightFunction perReading = spec.onMeans() ? scaled(weights, replicates(levels)) : weights;
        double[] levelWeights = new double[shares.length];
        double pureError = 0;
        for (int i = 0; i < shares.length; i++) {
            double weight = weights.at(levels.get(i).concentration());
            levelWeights[i] = shares[i] * weight;
            pureError += spec.onMeans() ? 0 : weight * levels.get(i).scatter();
        }
        Fitting fitting = new Fitting(spec, data, levels, levelWeights, perReading, pureError);
        return spec.model().isSigmoid() ? fitting.sigmoid() : fitting.polynomial();
    }

    /** The harmonic mean of the numbers of replicates: how much more precise a fitted mean is than a reading. */
    private static double replicates(List<Calibrators.Level> levels) {
        return levels.size()
                / levels.stream().mapToDouble(level -> 1.0 / level.size()).sum();
    }

    private static WeightFunction scaled(WeightFunction weights, double replicates) {
        return x -> weights.at(x) / replicates;
    }

    /** One fit under way, on level means with the weight of their replicates. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Fitting(
            CalibrationSpec spec,
            Calibrators data,
            List<Calibrators.Level> levels,
            double[] levelWeights,
            WeightFunction weights,
            double pureError) {

        CalibrationOutcome polynomial() {
            return PolynomialFit.fit(data.means(), levelWeights, spec.model())
                    .<CalibrationOutcome>map(line -> describe(withErrorsOfWeights(line)))
                    .orElseGet(() -> new NotCalibrated(
                            spec.model() == CalibrationModel.QUADRATIC
                                    ? "the parabola turns between the calibrators, or is not determined by them"
                                    : "the calibrators determine no line with a slope"));
        }

        private PolynomialCalibration withErrorsOfWeights(PolynomialCalibration line) {
            double[] shares =
                    levels.stream().mapToDouble(Calibrators.Level::size).toArray();
            return weights instanceof VarianceModel model
                    ? EstimatedWeights.adjusted(line, levels, shares, model)
                    : line;
        }

        CalibrationOutcome sigmoid() {
            boolean asymmetric = spec.model() == CalibrationModel.FIVE_PARAMETER;
            Calibrators means = data.means();
            SigmoidData observations = SigmoidData.ofDoses(means.concentration(), means.response(), levelWeights);
            SigmoidSpec sigmoid = asymmetric ? SigmoidSpec.fiveParameter() : SigmoidSpec.fourParameter();
            return switch (SigmoidRegression.fit(observations, sigmoid)) {
                case SigmoidFit fit ->
                    describe(new SigmoidCalibration(
                            fit, LocalSigmoid.of(fit.curve(), levels, levelWeights, asymmetric)));
                case NotEstimable(NotEstimable.Reason reason) -> new NotCalibrated(reason.text());
            };
        }

        private CalibrationFit describe(CalibrationCurve curve) {
            double rss = pureError;
            for (int i = 0; i < levelWeights.length; i++) {
                double off = levels.get(i).mean() - curve.response(levels.get(i).concentration());
                rss += levelWeights[i] * off * off;
            }
            int observations = spec.onMeans() ? levels.size() : data.size();
            return new CalibrationFit(spec, data, curve, rss, observations, weights, pureError);
        }
    }
}
