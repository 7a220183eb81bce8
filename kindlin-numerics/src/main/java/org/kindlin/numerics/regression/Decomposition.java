package org.kindlin.numerics.regression;

import java.util.Arrays;

/**
 * The singular value decomposition of a tall matrix with right-hand side: Householder triangularisation, then one-sided
 * Jacobi rotations of the triangle (G. H. Golub and C. F. Van Loan, Matrix Computations, 4th ed. 2013, sections 5.2 and
 * 8.6.3). Jacobi's method finds small singular values of a column-scaled matrix to high relative accuracy.
 */
final class Decomposition implements StepSolver {
    private static final int MOST_SWEEPS = 60;
    private static final double EXPLAINS = 1e-10;
    private static final double EPSILON = 0x1.0p-52;

    private final double[] singular;
    private final double[][] right;
    private final double[] rotated;

    private Decomposition(double[] singular, double[][] right, double[] rotated) {
        this.singular = singular;
        this.right = right;
        this.rotated = rotated;
    }

    /**
     * Decomposes a matrix given by columns; the columns and the right-hand side are overwritten.
     *
     * @param columns p columns of n rows
     * @param rhs right-hand side of n rows
     */
    static Decomposition of(double[][] columns, double[] rhs) {
        int p = columns.length;
        int n = rhs.length;
        int steps = Math.min(n, p);
        double[][] together = Arrays.copyOf(columns, p + 1);
        together[p] = rhs;
        Householder.triangulate(together, steps);
        double[][] triangle = new double[p][steps];
        for (int j = 0; j < p; j++) {
            System.arraycopy(columns[j], 0, triangle[j], 0, Math.min(j + 1, steps));
        }
        return jacobi(triangle, Arrays.copyOf(rhs, steps));
    }

    private static Decomposition jacobi(double[][] a, double[] b) {
        int p = a.length;
        double[][] v = new double[p][p];
        for (int j = 0; j < p; j++) {
            v[j][j] = 1;
        }
        boolean rotating = p > 1;
        for (int sweep = 0; rotating && sweep < MOST_SWEEPS; sweep++) {
            rotating = false;
            for (int i = 0; i < p; i++) {
                for (int j = i + 1; j < p; j++) {
                    rotating |= rotate(a, v, i, j);
                }
            }
        }
        double[] singular = new double[p];
        double[] rotated = new double[p];
        for (int j = 0; j < p; j++) {
            singular[j] = Vectors.norm(a[j]);
            rotated[j] = singular[j] > 0 ? Vectors.dot(a[j], b) / singular[j] : 0;
        }
        return new Decomposition(singular, v, rotated);
    }

    private static boolean rotate(double[][] a, double[][] v, int i, int j) {
        double alpha = Vectors.dot(a[i], a[i]);
        double beta = Vectors.dot(a[j], a[j]);
        double gamma = Vectors.dot(a[i], a[j]);
        if (Math.abs(gamma) <= EPSILON * Math.sqrt(alpha) * Math.sqrt(beta)) {
            return false;
        }
        double zeta = (beta - alpha) / (2 * gamma);
        double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
        double c = 1 / Math.sqrt(1 + t * t);
        double s = c * t;
        turn(a[i], a[j], c, s);
        turn(v[i], v[j], c, s);
        return true;
    }

    private static void turn(double[] x, double[] y, double c, double s) {
        for (int k = 0; k < x.length; k++) {
            double old = x[k];
            x[k] = c * old - s * y[k];
            y[k] = s * old + c * y[k];
        }
    }

    /** The singular values, in no particular order. */
    double singular(int k) {
        return singular[k];
    }

    double largest() {
        return Arrays.stream(singular).max().orElse(0);
    }

    double smallest() {
        return Arrays.stream(singular).min().orElse(0);
    }

    /** Component j of the right singular vector of value k. */
    double right(int k, int j) {
        return right[k][j];
    }

    int size() {
        return singular.length;
    }

    @Override
    public boolean isSingular(double part) {
        return smallest() <= part * largest();
    }

    @Override
    public double explainedLength() {
        double floor = EXPLAINS * largest();
        double sum = 0;
        for (int k = 0; k < singular.length; k++) {
            sum += singular[k] > floor ? rotated[k] * rotated[k] : 0;
        }
        return Math.sqrt(sum);
    }

    @Override
    public double[] solve(double damping) {
        double[] s = new double[singular.length];
        for (int k = 0; k < s.length; k++) {
            double sigma = singular[k];
            double denominator = sigma * sigma + damping;
            if (denominator > 0 && sigma > 0) {
                double part = sigma / denominator * rotated[k];
                for (int j = 0; j < s.length; j++) {
                    s[j] += part * right[k][j];
                }
            }
        }
        return s;
    }

    @Override
    public double[] solveNormal(double[] product, double damping) {
        double[] s = new double[singular.length];
        for (int k = 0; k < s.length; k++) {
            double denominator = singular[k] * singular[k] + damping;
            double part = denominator > 0 ? Vectors.dot(right[k], product) / denominator : 0;
            for (int j = 0; j < s.length; j++) {
                s[j] += part * right[k][j];
            }
        }
        return s;
    }

    @Override
    public double lengthAt(double damping) {
        double sum = 0;
        for (int k = 0; k < singular.length; k++) {
            double part = component(k, damping);
            sum += part * part;
        }
        return Math.sqrt(sum);
    }

    @Override
    public double lengthSlopeAt(double damping) {
        double sum = 0;
        for (int k = 0; k < singular.length; k++) {
            double part = component(k, damping);
            sum += part == 0 ? 0 : part * part / (singular[k] * singular[k] + damping);
        }
        return -sum / lengthAt(damping);
    }

    private double component(int k, double damping) {
        double sigma = singular[k];
        return sigma > 0 ? sigma / (sigma * sigma + damping) * rotated[k] : 0;
    }
}
