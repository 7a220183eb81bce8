package org.kindlin.numerics.mixed;

import java.util.function.DoubleUnaryOperator;

/** Dense algebra of matrices with a handful of rows, stored by rows in one array. */
final class SmallMatrix {
    private static final int MOST_SWEEPS = 60;

    private SmallMatrix() {}

    /**
     * Overwrites the lower triangle of a symmetric matrix with its Cholesky factor.
     *
     * @return false where the matrix is not positive definite to working precision
     */
    static boolean cholesky(double[] a, int n) {
        for (int j = 0; j < n; j++) {
            double before = a[j * n + j];
            double pivot = before;
            for (int k = 0; k < j; k++) {
                pivot -= a[j * n + k] * a[j * n + k];
            }
            if (!(pivot > before * 1e-13) || !(pivot > 0)) {
                return false;
            }
            double root = Math.sqrt(pivot);
            a[j * n + j] = root;
            for (int i = j + 1; i < n; i++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i * n + k] * a[j * n + k];
                }
                a[i * n + j] = sum / root;
            }
        }
        return true;
    }

    /** Solves L X = B in place, L the lower triangle of {@code factor} and B of {@code columns} columns. */
    static void forward(double[] factor, int n, double[] b, int columns) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                double l = factor[i * n + k];
                for (int c = 0; c < columns; c++) {
                    b[i * columns + c] -= l * b[k * columns + c];
                }
            }
            double d = 1 / factor[i * n + i];
            for (int c = 0; c < columns; c++) {
                b[i * columns + c] *= d;
            }
        }
    }

    /** Solves Lᵀ X = B in place. */
    static void backward(double[] factor, int n, double[] b, int columns) {
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                double l = factor[k * n + i];
                for (int c = 0; c < columns; c++) {
                    b[i * columns + c] -= l * b[k * columns + c];
                }
            }
            double d = 1 / factor[i * n + i];
            for (int c = 0; c < columns; c++) {
                b[i * columns + c] *= d;
            }
        }
    }

    /** The inverse of the matrix whose Cholesky factor stands in the lower triangle. */
    static double[] inverse(double[] factor, int n) {
        double[] inverse = identity(n);
        forward(factor, n, inverse, n);
        backward(factor, n, inverse, n);
        return inverse;
    }

    static double[] identity(int n) {
        double[] identity = new double[n * n];
        for (int i = 0; i < n; i++) {
            identity[i * n + i] = 1;
        }
        return identity;
    }

    /** A B, A of m x k and B of k x n. */
    static double[] product(double[] a, double[] b, int m, int k, int n) {
        double[] c = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < k; j++) {
                double value = a[i * k + j];
                if (value != 0) {
                    for (int l = 0; l < n; l++) {
                        c[i * n + l] += value * b[j * n + l];
                    }
                }
            }
        }
        return c;
    }

    /** Aᵀ B, A of k x m and B of k x n. */
    static double[] transposedProduct(double[] a, double[] b, int k, int m, int n) {
        double[] c = new double[m * n];
        addTransposedProduct(c, 1, a, b, k, m, n);
        return c;
    }

    /** Adds {@code times} Aᵀ B to C. */
    static void addTransposedProduct(double[] c, double times, double[] a, double[] b, int k, int m, int n) {
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < m; i++) {
                double value = times * a[j * m + i];
                if (value != 0) {
                    for (int l = 0; l < n; l++) {
                        c[i * n + l] += value * b[j * n + l];
                    }
                }
            }
        }
    }

    static double[] transpose(double[] a, int rows, int columns) {
        double[] t = new double[a.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                t[j * rows + i] = a[i * columns + j];
            }
        }
        return t;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** The trace of A B, both n x n. */
    static double traceOfProduct(double[] a, double[] b, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += a[i * n + j] * b[j * n + i];
            }
        }
        return sum;
    }

    static double quadratic(double[] v, double[] a) {
        int n = v.length;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum += v[i] * a[i * n + j] * v[j];
            }
        }
        return sum;
    }

    static void addScaled(double[] target, double times, double[] source) {
        for (int i = 0; i < target.length; i++) {
            target[i] += times * source[i];
        }
    }

    /**
     * Eigenvalues and vectors of a symmetric matrix by cyclic Jacobi rotations.
     *
     * @param vectors columns, by rows in one array
     */
    record Eigen(double[] values, double[] vectors) {
        static Eigen of(double[] symmetric, int n) {
            double[] a = symmetric.clone();
            double[] v = identity(n);
            for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a, n) > 0; sweep++) {
                for (int i = 0; i < n; i++) {
                    for (int j = i + 1; j < n; j++) {
                        rotate(a, v, n, i, j);
                    }
                }
            }
            double[] values = new double[n];
            for (int i = 0; i < n; i++) {
                values[i] = a[i * n + i];
            }
            return new Eigen(values, v);
        }

        private static double offDiagonal(double[] a, int n) {
            double off = 0;
            double all = 0;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double square = a[i * n + j] * a[i * n + j];
                    all += square;
                    off += i == j ? 0 : square;
                }
            }
            return off > 1e-32 * all ? off : 0;
        }

        private static void rotate(double[] a, double[] v, int n, int i, int j) {
            double off = a[i * n + j];
            if (off == 0) {
                return;
            }
            double tau = (a[j * n + j] - a[i * n + i]) / (2 * off);
            double t = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
            double c = 1 / Math.sqrt(1 + t * t);
            double s = t * c;
            for (int k = 0; k < n; k++) {
                double left = a[k * n + i];
                double right = a[k * n + j];
                a[k * n + i] = c * left - s * right;
                a[k * n + j] = s * left + c * right;
            }
            for (int k = 0; k < n; k++) {
                double upper = a[i * n + k];
                double lower = a[j * n + k];
                a[i * n + k] = c * upper - s * lower;
                a[j * n + k] = s * upper + c * lower;
            }
            for (int k = 0; k < n; k++) {
                double left = v[k * n + i];
                double right = v[k * n + j];
                v[k * n + i] = c * left - s * right;
                v[k * n + j] = s * left + c * right;
            }
        }

        /** Σ f(λ) v vᵀ. */
        double[] apply(DoubleUnaryOperator f) {
            int n = values.length;
            double[] result = new double[n * n];
            for (int k = 0; k < n; k++) {
                double weight = f.applyAsDouble(values[k]);
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        result[i * n + j] += weight * vectors[i * n + k] * vectors[j * n + k];
                    }
                }
            }
            return result;
        }
    }
}
