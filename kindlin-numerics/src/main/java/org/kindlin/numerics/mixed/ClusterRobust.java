package org.kindlin.numerics.mixed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Standard errors of fixed effects that hold whatever the covariance within subjects is, with the bias-reduced linearisation CR2
 * and its degrees of freedom (R. M. Bell and D. F. McCaffrey, Survey Methodology 28:169-181, 2002; J. E. Pustejovsky and E. Tipton,
 * J. Bus. Econ. Stat. 36:672-683, 2018), the fitted model being the working covariance. Subjects whose rows are alike share their
 * weights, and the degrees of freedom need no pairs of subjects.
 */
public final class ClusterRobust {
    private static final double ZERO = 1e-8;

    private final MixedFit fit;
    private final int p;
    private final double[] unscaled;
    private final List<Design> designs;

    private ClusterRobust(MixedFit fit) {
        this.fit = fit;
        this.p = fit.coefficients().length;
        this.unscaled = fit.unscaledCovariance();
        Map<Rows, List<Subject>> alike = new LinkedHashMap<>();
        for (Subject subject : fit.data().subjects()) {
            alike.computeIfAbsent(new Rows(subject.fixed(), subject.random()), _ -> new ArrayList<>())
                    .add(subject);
        }
        designs = alike.values().stream().map(this::design).toList();
    }

    /** What decides the weights of a subject. */
    private record Rows(double[][] fixed, double[][] random) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Rows rows
                    && Arrays.deepEquals(fixed, rows.fixed)
                    && Arrays.deepEquals(random, rows.random);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.deepHashCode(fixed) + Arrays.deepHashCode(random);
        }
    }

    /**
     * Subjects whose rows are alike.
     *
     * @param x rows of the fixed effects
     * @param v covariance in units of the residual variance
     * @param adjusted Aᵀ V⁻¹ X, rows by coefficients
     */
    private record Design(List<Subject> subjects, int rows, double[] x, double[] v, double[] adjusted) {}

    private Design design(List<Subject> subjects) {
        Subject first = subjects.getFirst();
        double[] x = flat(first.fixed(), p);
        double[] v = covariance(first);
        return new Design(subjects, first.rows(), x, v, adjusted(x, v, first.rows()));
    }

    /** For the contrasts of a fit. */
    public static ClusterRobust of(MixedFit fit) {
        return new ClusterRobust(fit);
    }

    /** A contrast with its CR2 standard error. */
    public Contrast contrast(double[] weights) {
        double[] direction = SmallMatrix.product(unscaled, weights, p, p, 1);
        double squares = 0;
        double trace = 0;
        double diagonal = 0;
        double[] loads = new double[p * p]; // Σ l lᵀ, l = Xᵀ w
        for (Design design : designs) {
            double[] weight = SmallMatrix.product(design.adjusted, direction, design.rows, p, 1);
            for (Subject subject : design.subjects) {
                double score = score(subject, weight);
                squares += score * score;
            }
            double[] load = SmallMatrix.transposedProduct(design.x, weight, design.rows, p, 1);
            double many = design.subjects.size();
            SmallMatrix.addTransposedProduct(loads, many, load, load, 1, p, p);
            double shared = SmallMatrix.quadratic(load, unscaled);
            double own = SmallMatrix.quadratic(weight, design.v) - shared;
            trace += many * own;
            diagonal += many * (own * own - shared * shared);
        }
        // Satterthwaite's degrees of freedom of Σ (wᵀe)² under the working model: (tr P)² / tr P²
        double[] phiLoads = SmallMatrix.product(unscaled, loads, p, p, p);
        double square = SmallMatrix.traceOfProduct(phiLoads, phiLoads, p) + diagonal;
        return new Contrast(SmallMatrix.dot(weights, fit.coefficients()), Math.sqrt(squares), trace * trace / square);
    }

    private double score(Subject subject, double[] weight) {
        double score = 0;
        for (int i = 0; i < weight.length; i++) {
            score += weight[i] * (subject.response()[i] - SmallMatrix.dot(subject.fixed()[i], fit.coefficients()));
        }
        return score;
    }

    /** Aᵀ V⁻¹ X with A = Dᵀ B^(-1/2) D, B = D (V - XΦXᵀ) Dᵀ, V = DᵀD. */
    private double[] adjusted(double[] x, double[] v, int n) {
        double[] lower = v.clone();
        if (!SmallMatrix.cholesky(lower, n)) {
            throw new ArithmeticException("covariance beyond working precision");
        }
        clearUpper(lower, n); // V = L Lᵀ, D = Lᵀ
        double[] xPhi = SmallMatrix.product(x, unscaled, n, p, p);
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
        double[] target = x.clone();
        SmallMatrix.forward(lower, n, target, p);
        SmallMatrix.backward(lower, n, target, p);
        double[] inner = SmallMatrix.product(root, SmallMatrix.transposedProduct(lower, target, n, n, p), n, n, p);
        return SmallMatrix.product(lower, inner, n, n, p);
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
