package org.kindlin.assays.blot;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.doseresponse.CurveErrors;
import org.kindlin.assays.doseresponse.FittedCurve;
import org.kindlin.assays.doseresponse.ParameterError;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.mixed.CrossedFit;
import org.kindlin.numerics.sigmoid.Parameter;

/**
 * The mixed model of log ratios, made linear about a curve over doses: its fixed effects are changes of the curve's free parameters.
 *
 * <p>Responses are in % of the reference lanes, which share their blots' exposure with all others: a response less theirs has none of it.
 * Where the references lie on the curve at dose zero, as {@link #fit} has it, they cannot be told from the curve; {@code apart} has
 * their distance from it as one more effect. An effect of the first model is that of the second less what goes with the distance,
 * its regression on it, so that errors of both and of their differences come from the second.
 *
 * @param free parameters, in the order of the effects
 * @param fit with the reference lanes on the curve
 * @param apart with their distance as its last effect; empty where it cannot be told
 * @param reference derivatives of the logarithm of the curve at dose zero by the free parameters
 */
record LinearCurve(
        FittedCurve curve, List<Parameter> free, CrossedFit fit, Optional<CrossedFit> apart, double[] reference) {
    private static final String METHOD =
            "errors of the mixed model of log ratios, blots random, plateaus beside the reference lanes of their own"
                    + " blots";

    /** Errors of the parameters, and of responses as parts of the reference. */
    CurveErrors errors() {
        Map<Parameter, ParameterError> errors = new EnumMap<>(Parameter.class);
        Optional<BesideReference> beside = apart.map(model -> BesideReference.of(model, reference));
        for (int p = 0; p < free.size(); p++) {
            Parameter parameter = free.get(p);
            double[] unit = new double[free.size()];
            unit[p] = 1;
            boolean isPlateau = parameter == Parameter.TOP || parameter == Parameter.BOTTOM;
            if (!isPlateau) {
                errors.put(parameter, error(fit.contrast(unit)));
            } else if (beside.isPresent()) {
                double value = curve.curve().get(parameter);
                errors.put(parameter, error(beside.get().contrast(unit, value)));
            }
        }
        return new CurveErrors(errors, beside.map(model -> logDose -> variance(model, logDose)), METHOD);
    }

    private static ParameterError error(Contrast contrast) {
        return new ParameterError(contrast.standardError(), contrast.df());
    }

    private double variance(BesideReference beside, double logDose) {
        double[] gradient = curve.curve().gradient(logDose);
        return beside.variance(
                free.stream().mapToDouble(one -> gradient[one.place()]).toArray(),
                curve.curve().value(logDose));
    }

    /**
     * Errors of responses in % of the reference.
     *
     * @param covariance of the effects, the distance of the reference lanes last
     */
    private record BesideReference(CrossedFit model, double[][] covariance, double[] reference) {
        static BesideReference of(CrossedFit model, double[] reference) {
            int count = reference.length + 1;
            double[][] covariance = new double[count][count];
            for (int i = 0; i < count; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] = (variance(model, count, i, j, 1) - variance(model, count, i, j, -1)) / 4;
                    covariance[j][i] = covariance[i][j];
                }
            }
            return new BesideReference(model, covariance, reference);
        }

        private static double variance(CrossedFit model, int count, int i, int j, int sign) {
            double[] sum = new double[count];
            sum[i] += 1;
            sum[j] += sign;
            double error = model.contrast(sum).standardError();
            return Double.isNaN(error) ? 0 : error * error;
        }

        /** The effects that a response's change consists of, beside that of the reference. */
        private double[] combination(double[] gradient, double value) {
            int distance = reference.length;
            double[] sum = Arrays.copyOf(gradient, distance + 1);
            double spread = covariance[distance][distance];
            for (int p = 0; p < distance; p++) {
                sum[distance] -= gradient[p] * covariance[p][distance] / spread;
                sum[p] -= value * reference[p];
            }
            sum[distance] -= value;
            return sum;
        }

        Contrast contrast(double[] gradient, double value) {
            return model.contrast(combination(gradient, value));
        }

        double variance(double[] gradient, double value) {
            double[] sum = combination(gradient, value);
            double variance = 0;
            for (int i = 0; i < sum.length; i++) {
                for (int j = 0; j < sum.length; j++) {
                    variance += sum[i] * covariance[i][j] * sum[j];
                }
            }
            return Math.max(0, variance);
        }
    }
}
