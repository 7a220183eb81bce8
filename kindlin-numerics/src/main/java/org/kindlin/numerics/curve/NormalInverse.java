package org.kindlin.numerics.curve;

import java.util.Optional;
import org.kindlin.numerics.regression.Dual;

/** (J'J)^-1 over the estimated parameters, by orthogonalising the columns of J; zero for the others. */
final class NormalInverse {
    private static final double SINGULAR = 1e-12;

    private final int[] estimated;
    private final double[][] inverseTriangle;

    private NormalInverse(int[] estimated, double[][] inverseTriangle) {
        this.estimated = estimated;
        this.inverseTriangle = inverseTriangle;
    }

    /** Empty where the columns are dependent. */
    static Optional<NormalInverse> of(double[][] rows, int[] estimated) {
        int k = estimated.length;
        double[][] q = new double[k][rows.length];
        double[][] r = new double[k][k];
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < rows.length; i++) {
                q[j][i] = rows[i][estimated[j]];
            }
            double whole = norm(q[j]);
            for (int pass = 0; pass < 2; pass++) {
                for (int l = 0; l < j; l++) {
                    subtract(q, r, l, j);
                }
            }
            r[j][j] = norm(q[j]);
            if (!(r[j][j] > SINGULAR * whole)) {
                return Optional.empty();
            }
            for (int i = 0; i < rows.length; i++) {
                q[j][i] /= r[j][j];
            }
        }
        return Optional.of(new NormalInverse(estimated, inverted(r)));
    }

    private static void subtract(double[][] q, double[][] r, int l, int j) {
        double dot = 0;
        for (int i = 0; i < q[j].length; i++) {
            dot += q[l][i] * q[j][i];
        }
        r[l][j] += dot;
        for (int i = 0; i < q[j].length; i++) {
            q[j][i] -= dot * q[l][i];
        }
    }

    private static double norm(double[] column) {
        double sum = 0;
        for (double value : column) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }

    private static double[][] inverted(double[][] r) {
        int k = r.length;
        double[][] inverse = new double[k][k];
        for (int j = 0; j < k; j++) {
            inverse[j][j] = 1 / r[j][j];
            for (int i = j - 1; i >= 0; i--) {
                double sum = 0;
                for (int l = i + 1; l <= j; l++) {
                    sum -= r[i][l] * inverse[l][j];
                }
                inverse[i][j] = sum / r[i][i];
            }
        }
        return inverse;
    }

    /** g1'(J'J)^-1 g2 of the gradients of two functions. */
    double form(Dual first, Dual second) {
        double sum = 0;
        for (int j = 0; j < estimated.length; j++) {
            double one = 0;
            double other = 0;
            for (int i = 0; i <= j; i++) {
                one += inverseTriangle[i][j] * first.derivative(estimated[i]);
                other += inverseTriangle[i][j] * second.derivative(estimated[i]);
            }
            sum += one * other;
        }
        return sum;
    }
}
