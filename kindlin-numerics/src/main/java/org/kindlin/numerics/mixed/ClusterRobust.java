package org.kindlin.numerics.mixed;

import java.util.List;

/**
 * Standard errors of fixed effects that hold whatever the covariance within subjects is, with the bias-reduced linearisation CR2
 * and its degrees of freedom (R. M. Bell and D. F. McCaffrey, Survey Methodology 28:169-181, 2002; J. E. Pustejovsky and E. Tipton,
 * J. Bus. Econ. Stat. 36:672-683, 2018), the fitted model being the working covariance.
 */
public final class ClusterRobust {
    private static final double ZERO = 1e-8;

    private final MixedFit fit;
    private final int p;

    private ClusterRobust(MixedFit fit) {
        this.fit = fit;
        this.p = fit.coefficients().length;
    }

    /** A contrast of a fit with its CR2 standard error. */
    public static Contrast contrast(MixedFit fit, double[] weights) {
        return new ClusterRobust(fit).of(weights);
    }

    private Contrast of(double[] weights) {
        List<Subject> subjects = fit.data().subjects();
        double[] beta = fit.coefficients();
        double[] direction = SmallMatrix.product(fit.unscaledCovariance(), weights, p, p, 1);
        double[][] loads = new double[subjects.size()][]; // X_iᵀ p_i
        double[] own = new double[subjects.size()]; // p_iᵀ V_i p_i
        double squares = 0;
        for (int s = 0; s < loads.length; s++) {
            Subject subject = subjects.get(s);
            int n = subject.rows();
            double[] x = flat(subject.fixed(), p);
            double[] v = covariance(subject);
            double[] weight = weight(x, v, n, direction);
            double score = 0;
            for (int i = 0; i < n; i++) {
                score += weight[i] * (subject.response()[i] - SmallMatrix.dot(subject.fixed()[i], beta));
            }
            squares += score * score;
            loads[s] = SmallMatrix.transposedProduct(x, weight, n, p, 1);
            own[s] = SmallMatrix.quadratic(weight, v);
        }
        double value = SmallMatrix.dot(weights, beta);
        return new Contrast(value, Math.sqrt(squares), degrees(loads, own));
    }

    /** Satterthwaite's degrees of freedom of Σ (p_iᵀe_i)² under the working model: (tr P)² / tr P². */
    private double degrees(double[][] loads, double[] own) {
        double trace = 0;
        double square = 0;
        for (int s = 0; s < loads.length; s++) {
            double[] phiLoad = SmallMatrix.product(fit.unscaledCovariance(), loads[s], p, p, 1);
            for (int t = 0; t <= s; t++) {
                double entry = (s == t ? own[s] : 0) - SmallMatrix.dot(phiLoad, loads[t]);
                trace += s == t ? entry : 0;
                square += (s == t ? 1 : 2) * entry * entry;
            }
        }
        return trace * trace / square;
    }

    /** Aᵀ V⁻¹ X Φ l with A = Dᵀ B^(-1/2) D, B = D (V - XΦXᵀ) Dᵀ, V = DᵀD. */
    private double[] weight(double[] x, double[] v, int n, double[] direction) {
        double[] lower = v.clone();
        if (!SmallMatrix.cholesky(lower, n)) {
            throw new ArithmeticException("covariance beyond working precision");
        }
        clearUpper(lower, n); // V = L Lᵀ, D = Lᵀ
        double[] xPhi = SmallMatrix.product(x, fit.unscaledCovariance(), n, p, p);
        double[] residual = v.clone();
        SmallMatrix.addScaled(residual, -1, SmallMatrix.product(xPhi, SmallMatrix.transpose(x, n, p), n, p, n));
        double[] b = SmallMatrix.product(SmallMatrix.transposedProduct(lower, residual, n, n, n), lower, n, n, n);
        double largest = 0;
        SmallMatrix.Eigen eigen = SmallMatrix.Eigen.of(b, n);
        for (double value : eigen.values()) {
            largest = Math.max(largest, value);
        }
        double least = ZERO * largest;
        double[] root = eigen.apply(value -> value > least ? 1 / Math.sqrt(value) : 0);
        double[] target = SmallMatrix.product(x, direction, n, p, 1);
        SmallMatrix.forward(lower, n, target, 1);
        SmallMatrix.backward(lower, n, target, 1);
        double[] inner = SmallMatrix.product(root, SmallMatrix.transposedProduct(lower, target, n, n, 1), n, n, 1);
        return SmallMatrix.product(lower, inner, n, n, 1);
    }

    private static void clearUpper(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                a[i * n + j] = 0;
            }
        }
    }

    /** V_i in units of σ². */
    private double[] covariance(Subject subject) {
        int n = subject.rows();
        double[][] random = fit.randomCovariance();
        double variance = fit.sigma() * fit.sigma();
        int q = random.length;
        double[] v = SmallMatrix.identity(n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int a = 0; a < q; a++) {
                    for (int b = 0; b < q; b++) {
                        v[i * n + j] += subject.random()[i][a] * random[a][b] / variance * subject.random()[j][b];
                    }
                }
            }
        }
        return v;
    }

    private static double[] flat(double[][] rows, int columns) {
        double[] flat = new double[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(rows[i], 0, flat, i * columns, columns);
        }
        return flat;
    }
}
