package org.kindlin.numerics.sigmoid;

import java.util.List;
import java.util.Optional;

/**
 * Covariance of the estimated parameters by the Gauss-Newton approximation {@code s^2 (J'WJ)^-1}, with the residual
 * variance {@code s^2 = RSS / df}.
 *
 * @param parameters the estimated parameters, in the order of rows and columns
 * @param matrix symmetric
 */
@SuppressWarnings("ArrayRecordComponent")
public record Covariance(List<Parameter> parameters, double[][] matrix) {

    public Covariance {
        parameters = List.copyOf(parameters);
    }

    /** The variance of a combination of parameters with the given derivatives, at {@link Parameter#place()}. */
    public double varianceOf(double[] gradient) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                double left = gradient[parameters.get(i).place()];
                double right = gradient[parameters.get(j).place()];
                sum += left * right * matrix[i][j];
            }
        }
        return Math.max(sum, 0);
    }

    /** The covariance of two estimated parameters; zero where one is fixed. */
    public double get(Parameter first, Parameter second) {
        int i = parameters.indexOf(first);
        int j = parameters.indexOf(second);
        return i < 0 || j < 0 ? 0 : matrix[i][j];
    }

    /** The covariance at a curve, or empty where the data leave some combination of parameters undetermined. */
    static Optional<Covariance> of(SigmoidCurve curve, Replicates data, List<Parameter> parameters, double variance) {
        double[][] jacobian = curve.jacobian(data.lnDose(), parameters.contains(Parameter.ASYMMETRY));
        double[][] columns = new double[parameters.size()][];
        for (int p = 0; p < columns.length; p++) {
            columns[p] = jacobian[parameters.get(p).place()];
            for (int i = 0; i < data.doses(); i++) {
                columns[p][i] *= Math.sqrt(data.weight()[i]);
            }
        }
        return InverseNormal.of(columns).map(inverse -> new Covariance(parameters, scaled(inverse, variance)));
    }

    private static double[][] scaled(double[][] matrix, double factor) {
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factor;
            }
        }
        return matrix;
    }
}
