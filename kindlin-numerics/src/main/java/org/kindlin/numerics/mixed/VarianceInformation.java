package org.kindlin.numerics.mixed;

/**
 * How precisely the variances are known, and what that means for fixed effects: first and second derivatives of the deviance by
 * (G, σ²) in units where σ is 1, and the matrices P_r = XᵀV⁻¹V_rV⁻¹X and Q_rs = XᵀV⁻¹V_rV⁻¹V_sV⁻¹X of Kenward and Roger.
 */
final class VarianceInformation {
    private final RotatedDesign design;
    private final CovarianceShape shape;
    private final Criterion criterion;
    private final ProfiledDeviance.Point point;
    private final double[] theta;
    private final int p;
    private final int size;
    private final double[][] pMatrix;
    private final double[][] qMatrix;
    private final double[][] projected;
    private final double[] trace;
    private final double[] quadratic;
    private final double[] traces;
    private final double[] quadratics;

    VarianceInformation(
            RotatedDesign design,
            CovarianceShape shape,
            Criterion criterion,
            ProfiledDeviance.Point point,
            double[] theta,
            double variance) {
        this.design = design;
        this.shape = shape;
        this.criterion = criterion;
        this.point = point;
        this.theta = theta;
        p = design.fixedCount;
        size = shape.size() + 1;
        pMatrix = new double[size][p * p];
        qMatrix = new double[size * size][p * p];
        projected = new double[size][p];
        trace = new double[size];
        quadratic = new double[size];
        traces = new double[size * size];
        quadratics = new double[size * size];
        double[] covariance = shape.covariance(theta);
        for (RotatedDesign.Pattern pattern : design.patterns) {
            add(pattern, covariance, variance);
        }
        addOutside(variance);
    }

    private void add(RotatedDesign.Pattern pattern, double[] covariance, double variance) {
        int m = pattern.rows;
        int q = design.randomCount;
        double times = pattern.subjects;
        double[] inverse = inverse(pattern, covariance);
        double[][] b = new double[size][];
        double[][] half = new double[size][]; // M⁻¹B_r
        for (int r = 0; r < size; r++) {
            b[r] = r < size - 1
                    ? SmallMatrix.product(
                            SmallMatrix.product(pattern.z, shape.unit(r), m, q, q),
                            SmallMatrix.transpose(pattern.z, m, q),
                            m,
                            q,
                            m)
                    : SmallMatrix.identity(m);
            half[r] = SmallMatrix.product(inverse, b[r], m, m, m);
        }
        double[] mx = SmallMatrix.product(inverse, pattern.x, m, m, p);
        double[] fitted = SmallMatrix.product(pattern.x, point.beta(), m, p, 1);
        double[] sum = new double[m];
        double[] cross = new double[m * m];
        for (int i = 0; i < m; i++) {
            sum[i] = pattern.sum[i] - times * fitted[i];
            for (int j = 0; j < m; j++) {
                cross[i * m + j] = (pattern.cross[i * m + j]
                                - pattern.sum[i] * fitted[j]
                                - fitted[i] * pattern.sum[j]
                                + times * fitted[i] * fitted[j])
                        / variance;
            }
        }
        double[] u = SmallMatrix.product(inverse, sum, m, m, 1);
        double[] uu = SmallMatrix.product(SmallMatrix.product(inverse, cross, m, m, m), inverse, m, m, m);
        for (int r = 0; r < size; r++) {
            double[] bx = SmallMatrix.product(b[r], mx, m, m, p);
            double[] mbx = SmallMatrix.product(inverse, bx, m, m, p);
            SmallMatrix.addTransposedProduct(pMatrix[r], times, mx, bx, m, p, p);
            SmallMatrix.addTransposedProduct(projected[r], 1 / Math.sqrt(variance), bx, u, m, p, 1);
            for (int i = 0; i < m; i++) {
                trace[r] += times * half[r][i * m + i];
            }
            quadratic[r] += SmallMatrix.traceOfProduct(b[r], uu, m);
            for (int s = 0; s < size; s++) {
                double[] bxs = SmallMatrix.product(b[s], mx, m, m, p);
                SmallMatrix.addTransposedProduct(qMatrix[r * size + s], times, mbx, bxs, m, p, p);
                traces[r * size + s] += times * SmallMatrix.traceOfProduct(half[r], half[s], m);
                double[] brs = SmallMatrix.product(b[r], half[s], m, m, m); // B_r M⁻¹ B_s
                quadratics[r * size + s] += SmallMatrix.traceOfProduct(brs, uu, m);
            }
        }
    }

    private double[] inverse(RotatedDesign.Pattern pattern, double[] covariance) {
        int m = pattern.rows;
        int q = design.randomCount;
        double[] middle = SmallMatrix.product(
                SmallMatrix.product(pattern.z, covariance, m, q, q), SmallMatrix.transpose(pattern.z, m, q), m, q, m);
        for (int i = 0; i < m; i++) {
            middle[i * m + i] += 1;
        }
        if (!SmallMatrix.cholesky(middle, m)) {
            throw new ArithmeticException("covariance beyond working precision");
        }
        return SmallMatrix.inverse(middle, m);
    }

    /** The rows below R, where V is σ²I whatever the random effects are. */
    private void addOutside(double variance) {
        int residual = size - 1;
        int rows = design.patterns.stream()
                .mapToInt(pattern -> pattern.subjects * (pattern.observations - pattern.rows))
                .sum();
        double[] xb = SmallMatrix.product(design.outsideXx, point.beta(), p, p, 1);
        double squares = design.outsideYy
                - 2 * SmallMatrix.dot(point.beta(), design.outsideXy)
                + SmallMatrix.dot(point.beta(), xb);
        trace[residual] += rows;
        quadratic[residual] += squares / variance;
        traces[residual * size + residual] += rows;
        quadratics[residual * size + residual] += squares / variance;
        SmallMatrix.addScaled(pMatrix[residual], 1, design.outsideXx);
        SmallMatrix.addScaled(qMatrix[residual * size + residual], 1, design.outsideXx);
        for (int c = 0; c < p; c++) {
            projected[residual][c] += (design.outsideXy[c] - xb[c]) / Math.sqrt(variance);
        }
    }

    /** tr(PV_rPV_s), the bracket of twice the expected information. */
    private double[] expected() {
        double[] expected = new double[size * size];
        double[][] scaled = new double[size][];
        for (int r = 0; r < size; r++) {
            scaled[r] = SmallMatrix.product(point.unscaled(), pMatrix[r], p, p, p);
        }
        for (int r = 0; r < size; r++) {
            for (int s = 0; s < size; s++) {
                double value = traces[r * size + s];
                if (criterion == Criterion.REML) {
                    double[] symmetric = qMatrix[r * size + s];
                    value += -2 * SmallMatrix.traceOfProduct(point.unscaled(), symmetric, p)
                            + SmallMatrix.traceOfProduct(scaled[r], scaled[s], p);
                }
                expected[r * size + s] = value;
            }
        }
        return expected;
    }

    /** The covariance of the variances by the expected information. */
    double[] expectedCovariance() {
        double[] expected = expected();
        for (int i = 0; i < expected.length; i++) {
            expected[i] /= 2;
        }
        return pseudoInverse(expected, size);
    }

    /** The covariance of (Λ, σ²) by the observed information; directions without information have none. */
    double[] observedCovariance() {
        double[] hessian = expected();
        double[] gradient = new double[size];
        for (int r = 0; r < size; r++) {
            gradient[r] = trace[r]
                    - quadratic[r]
                    - (criterion == Criterion.REML ? SmallMatrix.traceOfProduct(point.unscaled(), pMatrix[r], p) : 0);
            double[] phiG = SmallMatrix.product(point.unscaled(), projected[r], p, p, 1);
            for (int s = 0; s < size; s++) {
                double squared = 0.5 * (quadratics[r * size + s] + quadratics[s * size + r])
                        - SmallMatrix.dot(phiG, projected[s]);
                hessian[r * size + s] = -hessian[r * size + s] + 2 * squared;
            }
        }
        double[] byFactor = byFactor(hessian, gradient);
        double[] covariance = pseudoInverse(byFactor, size);
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] *= 2;
        }
        return covariance;
    }

    /** Derivatives of (G, σ²) by (Λ, τ) with G = τΛΛᵀ, σ² = τ at τ = 1: row k holds those by parameter k. */
    private double[] jacobian() {
        double[] jacobian = new double[size * size];
        for (int k = 0; k < size - 1; k++) {
            System.arraycopy(shape.entries(shape.slope(theta, k)), 0, jacobian, k * size, size - 1);
        }
        System.arraycopy(shape.entries(shape.covariance(theta)), 0, jacobian, (size - 1) * size, size - 1);
        jacobian[size * size - 1] = 1;
        return jacobian;
    }

    private double[] byFactor(double[] hessian, double[] gradient) {
        double[] jacobian = jacobian();
        double[] result = SmallMatrix.product(
                SmallMatrix.product(jacobian, hessian, size, size, size),
                SmallMatrix.transpose(jacobian, size, size),
                size,
                size,
                size);
        for (int k = 0; k < size - 1; k++) {
            for (int j = 0; j < size - 1; j++) {
                result[k * size + j] += entryDot(shape.curvature(k, j), gradient);
            }
            double mixed = entryDot(shape.slope(theta, k), gradient);
            result[k * size + size - 1] += mixed;
            result[(size - 1) * size + k] += mixed;
        }
        return result;
    }

    private double entryDot(double[] symmetric, double[] gradient) {
        double[] entries = shape.entries(symmetric);
        double sum = 0;
        for (int k = 0; k < entries.length; k++) {
            sum += entries[k] * gradient[k];
        }
        return sum;
    }

    private static double[] pseudoInverse(double[] symmetric, int n) {
        double[] scale = new double[n];
        double[] scaled = symmetric.clone();
        for (int i = 0; i < n; i++) {
            scale[i] = symmetric[i * n + i] > 0 ? 1 / Math.sqrt(symmetric[i * n + i]) : 1;
        }
        for (int i = 0; i < n * n; i++) {
            scaled[i] *= scale[i / n] * scale[i % n];
        }
        double[] inverse = SmallMatrix.Eigen.of(scaled, n).apply(value -> value > 1e-9 ? 1 / value : 0);
        for (int i = 0; i < n * n; i++) {
            inverse[i] *= scale[i / n] * scale[i % n];
        }
        return inverse;
    }

    /** Derivatives of lᵀ(XᵀV⁻¹X)⁻¹l by (G, σ²). */
    private double[] varianceSlopes(double[] l) {
        double[] phiL = SmallMatrix.product(point.unscaled(), l, p, p, 1);
        double[] slopes = new double[size];
        for (int r = 0; r < size; r++) {
            slopes[r] = SmallMatrix.quadratic(phiL, pMatrix[r]);
        }
        return slopes;
    }

    double satterthwaite(double[] l) {
        double[] slopes = SmallMatrix.product(jacobian(), varianceSlopes(l), size, size, 1);
        return degrees(l, slopes, observedCovariance());
    }

    double kenwardRoger(double[] l) {
        return degrees(l, varianceSlopes(l), expectedCovariance());
    }

    private double degrees(double[] l, double[] slopes, double[] covariance) {
        double variance = SmallMatrix.quadratic(l, point.unscaled());
        return 2 * variance * variance / SmallMatrix.quadratic(slopes, covariance);
    }

    /** (XᵀV⁻¹X)⁻¹ with Kenward and Roger's correction, in units of σ². */
    double[] adjusted() {
        double[] covariance = expectedCovariance();
        double[] sum = new double[p * p];
        for (int r = 0; r < size; r++) {
            double[] pPhi = SmallMatrix.product(pMatrix[r], point.unscaled(), p, p, p);
            for (int s = 0; s < size; s++) {
                double weight = covariance[r * size + s];
                SmallMatrix.addScaled(sum, weight, qMatrix[r * size + s]);
                SmallMatrix.addScaled(sum, -weight, SmallMatrix.product(pPhi, pMatrix[s], p, p, p));
            }
        }
        double[] correction =
                SmallMatrix.product(SmallMatrix.product(point.unscaled(), sum, p, p, p), point.unscaled(), p, p, p);
        double[] adjusted = point.unscaled().clone();
        SmallMatrix.addScaled(adjusted, 2, correction);
        return adjusted;
    }
}
