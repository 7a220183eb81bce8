package org.kindlin.assays.doseresponse;

import org.kindlin.numerics.regression.Model;
import org.kindlin.numerics.sigmoid.Direction;
import org.kindlin.numerics.sigmoid.SigmoidCurve;

/**
 * The sigmoid as a regression function for global fits. Parameters stand in the order of
 * {@link org.kindlin.numerics.sigmoid.Parameter}; the predictors are the log dose and whether the dose is zero (1) or
 * not (0), since a logarithm of zero is no number.
 */
record GlobalModel(Direction direction) implements Model {

    @Override
    public double value(double[] parameters, double[] predictors) {
        return curve(parameters).value(logDose(predictors));
    }

    @Override
    public double valueAndGradient(double[] parameters, double[] predictors, double[] gradient) {
        SigmoidCurve curve = curve(parameters);
        double[] slope = curve.gradient(logDose(predictors));
        System.arraycopy(slope, 0, gradient, 0, slope.length);
        return curve.value(logDose(predictors));
    }

    static double[] predictors(double logDose) {
        return logDose == Double.NEGATIVE_INFINITY ? new double[] {0, 1} : new double[] {logDose, 0};
    }

    private static double logDose(double[] predictors) {
        return predictors[1] == 1 ? Double.NEGATIVE_INFINITY : predictors[0];
    }

    private SigmoidCurve curve(double[] p) {
        return new SigmoidCurve(p[0], p[1], p[2], p[3], p[4], direction);
    }
}
