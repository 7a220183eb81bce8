package org.kindlin.numerics.curve;

import org.kindlin.numerics.regression.Dual;
import org.kindlin.numerics.regression.Model;
import org.kindlin.numerics.regression.Observations;
import org.kindlin.numerics.sigmoid.SigmoidData;

/**
 * A family of curves as a regression function. Predictors are the log dose, and 1 where the dose is zero, 0 where it is
 * not: the logarithm of zero is no number.
 */
final class FamilyModel {
    private FamilyModel() {}

    static Model of(CurveFamily family) {
        return Model.of((parameters, predictors) -> response(family, parameters, predictors));
    }

    /** The response of a curve at these predictors. */
    static Dual response(CurveFamily family, Dual[] parameters, double[] predictors) {
        return predictors[1] == 1 ? family.atZeroDose(parameters) : family.at(parameters, Dual.constant(predictors[0]));
    }

    static double[] predictors(double logDose) {
        return logDose == Double.NEGATIVE_INFINITY ? new double[] {0, 1} : new double[] {logDose, 0};
    }

    static Observations observations(SigmoidData data) {
        double[][] rows = new double[data.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = predictors(data.logDose()[i]);
        }
        return Observations.ofRows(rows, data.response()).withWeights(data.weight());
    }
}
