package org.kindlin.numerics.mixed;

/**
 * Minus twice the profiled log-likelihood as a function of the relative covariance D of the random effects, with gradient and
 * Hessian in closed form.
 *
 * <p>With W = I + Z D Zᵀ, P = W⁻¹ - W⁻¹X(XᵀW⁻¹X)⁻¹XᵀW⁻¹ and ν = n - p under REML, ν = n under ML:
 * f = log|W| + [log|XᵀW⁻¹X|] + ν(1 + log(2π yᵀPy / ν)), f_r = tr(PW_r) - ν yᵀPW_rPy / yᵀPy, the bracket under REML only; under
 * ML W⁻¹ takes the place of P in traces (S. R. Searle, G. Casella, C. E. McCulloch, Variance Components, 1992, chapter 6).
 */
final class ProfiledDeviance {
    private final RotatedDesign design;
    private final CovarianceShape shape;
    private final Criterion criterion;
    private final int p;
    private final int q;

    ProfiledDeviance(RotatedDesign design, CovarianceShape shape, Criterion criterion) {
        this.design = design;
        this.shape = shape;
        this.criterion = criterion;
        this.p = design.fixedCount;
        this.q = design.randomCount;
    }

    /**
     * The deviance at one D.
     *
     * @param beta corrections to the least-squares offset
     * @param unscaled (XᵀW⁻¹X)⁻¹
     * @param residual yᵀPy
     * @param gradient by the entries of D; empty unless asked for
     * @param hessian by pairs of entries of D; empty unless asked for
     */
    record Point(
            double value, double[] beta, double[] unscaled, double residual, double[] gradient, double[] hessian) {}

    int degrees() {
        return design.observations - (criterion == Criterion.REML ? p : 0);
    }

    /** What one pattern needs at one D: M⁻¹ of M = I + z D zᵀ. */
    private double[] factor(RotatedDesign.Pattern pattern, double[] covariance) {
        int m = pattern.rows;
        double[] middle = SmallMatrix.identity(m);
        double[] zd = SmallMatrix.product(pattern.z, covariance, m, q, q);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k < q; k++) {
                    sum += zd[i * q + k] * pattern.z[j * q + k];
                }
                middle[i * m + j] += sum;
            }
        }
        if (!SmallMatrix.cholesky(middle, m)) {
            throw new ArithmeticException("covariance beyond working precision");
        }
        return middle;
    }

    Point at(double[] theta, boolean derivatives) {
        double[] covariance = shape.covariance(theta);
        double[] xx = design.outsideXx.clone();
        double[] xy = design.outsideXy.clone();
        double yy = design.outsideYy;
        double logDeterminant = 0;
        double[][] factors = new double[design.patterns.size()][];
        for (int k = 0; k < factors.length; k++) {
            RotatedDesign.Pattern pattern = design.patterns.get(k);
            int m = pattern.rows;
            double[] factor = factor(pattern, covariance);
            factors[k] = factor;
            for (int i = 0; i < m; i++) {
                logDeterminant += 2 * pattern.subjects * Math.log(factor[i * m + i]);
            }
            double[] x = pattern.x.clone();
            double[] sum = pattern.sum.clone();
            SmallMatrix.forward(factor, m, x, p);
            SmallMatrix.forward(factor, m, sum, 1);
            SmallMatrix.addTransposedProduct(xx, pattern.subjects, x, x, m, p, p);
            SmallMatrix.addTransposedProduct(xy, 1, x, sum, m, p, 1);
            yy += SmallMatrix.traceOfProduct(SmallMatrix.inverse(factor, m), pattern.cross, m);
        }
        if (!SmallMatrix.cholesky(xx, p)) {
            throw new ArithmeticException("fixed effects beyond working precision");
        }
        double[] half = xy.clone();
        SmallMatrix.forward(xx, p, half, 1);
        double residual = Math.max(yy - SmallMatrix.dot(half, half), Double.MIN_NORMAL);
        SmallMatrix.backward(xx, p, half, 1);
        double degrees = degrees();
        double value = logDeterminant + degrees * (1 + Math.log(2 * Math.PI * residual / degrees));
        if (criterion == Criterion.REML) {
            for (int i = 0; i < p; i++) {
                value += 2 * Math.log(xx[i * p + i]);
            }
        }
        double[] unscaled = SmallMatrix.inverse(xx, p);
        if (!derivatives) {
            return new Point(value, half, unscaled, residual, new double[0], new double[0]);
        }
        Derivatives slopes = new Derivatives(half, unscaled);
        for (int k = 0; k < factors.length; k++) {
            slopes.add(design.patterns.get(k), factors[k]);
        }
        return slopes.point(value, residual);
    }

    /** Sums over patterns that gradient and Hessian are made of. */
    private final class Derivatives {
        private final double[] beta;
        private final double[] unscaled;
        private final int size = shape.size();
        private final double[] trace = new double[size];
        private final double[] quadratic = new double[size];
        private final double[] traces = new double[size * size];
        private final double[] quadratics = new double[size * size];
        private final double[][] information = new double[size][p * p];
        private final double[][] projected = new double[size][p];

        Derivatives(double[] beta, double[] unscaled) {
            this.beta = beta;
            this.unscaled = unscaled;
        }

        void add(RotatedDesign.Pattern pattern, double[] factor) {
            int m = pattern.rows;
            double times = pattern.subjects;
            double[] z = pattern.z.clone();
            SmallMatrix.forward(factor, m, z, q);
            double[] k = SmallMatrix.transposedProduct(z, z, m, q, q);
            SmallMatrix.backward(factor, m, z, q); // M⁻¹z
            double[] c = SmallMatrix.transposedProduct(z, pattern.x, m, q, p);
            double[] n = restricted(c);
            double[] sum = new double[m];
            double[] cross = new double[m * m];
            residuals(pattern, sum, cross);
            double[] u = SmallMatrix.transposedProduct(z, sum, m, q, 1);
            double[] uu = SmallMatrix.transposedProduct(z, SmallMatrix.product(cross, z, m, m, q), m, q, q);
            double[] eu = new double[q];
            for (int r = 0; r < size; r++) {
                trace[r] += times * (shape.trace(k, r) - shape.trace(n, r));
                quadratic[r] += shape.trace(uu, r);
                shape.times(r, u, eu);
                SmallMatrix.addTransposedProduct(projected[r], 1, c, eu, q, p, 1);
                addInformation(r, times, c);
                for (int s = 0; s <= r; s++) {
                    traces[r * size + s] += times * (shape.trace(k, r, k, s) - 2 * shape.trace(n, r, k, s));
                    quadratics[r * size + s] += 0.5 * (shape.trace(uu, r, k, s) + shape.trace(uu, s, k, r));
                }
            }
        }

        /** C (XᵀW⁻¹X)⁻¹ Cᵀ under REML, zero under ML. */
        private double[] restricted(double[] c) {
            if (criterion == Criterion.ML) {
                return new double[q * q];
            }
            double[] cPhi = SmallMatrix.product(c, unscaled, q, p, p);
            return SmallMatrix.product(cPhi, SmallMatrix.transpose(c, q, p), q, p, q);
        }

        private void addInformation(int r, double times, double[] c) {
            if (criterion == Criterion.ML) {
                return;
            }
            int i = shape.row(r);
            int j = shape.column(r);
            double[] target = information[r];
            for (int a = 0; a < p; a++) {
                double left = times * c[i * p + a];
                double right = i == j ? 0 : times * c[j * p + a];
                for (int b = 0; b < p; b++) {
                    target[a * p + b] += left * c[j * p + b] + right * c[i * p + b];
                }
            }
        }

        /** Sum and cross products of y - xβ over the pattern's subjects. */
        private void residuals(RotatedDesign.Pattern pattern, double[] sum, double[] cross) {
            int m = pattern.rows;
            double[] fitted = SmallMatrix.product(pattern.x, beta, m, p, 1);
            for (int i = 0; i < m; i++) {
                sum[i] = pattern.sum[i] - pattern.subjects * fitted[i];
                for (int j = 0; j < m; j++) {
                    cross[i * m + j] = pattern.cross[i * m + j]
                            - pattern.sum[i] * fitted[j]
                            - fitted[i] * pattern.sum[j]
                            + pattern.subjects * fitted[i] * fitted[j];
                }
            }
        }

        Point point(double value, double residual) {
            double degrees = degrees();
            double[] gradient = new double[size];
            double[] hessian = new double[size * size];
            double[][] scaled = new double[size][];
            for (int r = 0; r < size; r++) {
                gradient[r] = trace[r] - degrees * quadratic[r] / residual;
                scaled[r] = SmallMatrix.product(unscaled, information[r], p, p, p);
            }
            for (int r = 0; r < size; r++) {
                double[] phiG = SmallMatrix.product(unscaled, projected[r], p, p, 1);
                for (int s = 0; s <= r; s++) {
                    double squared = quadratics[r * size + s] - SmallMatrix.dot(phiG, projected[s]);
                    double t = traces[r * size + s]
                            + (criterion == Criterion.REML ? SmallMatrix.traceOfProduct(scaled[r], scaled[s], p) : 0);
                    double h = -t
                            + degrees * (2 * squared / residual - quadratic[r] * quadratic[s] / (residual * residual));
                    hessian[r * size + s] = h;
                    hessian[s * size + r] = h;
                }
            }
            return new Point(value, beta, unscaled, residual, gradient, hessian);
        }
    }
}
