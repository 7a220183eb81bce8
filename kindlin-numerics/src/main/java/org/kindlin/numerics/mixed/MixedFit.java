package org.kindlin.numerics.mixed;

import org.jspecify.annotations.Nullable;

/** A fitted linear mixed model. Not thread-safe: the small-sample quantities are worked out on first use. */
public final class MixedFit {
    private final MixedData data;
    private final RotatedDesign design;
    private final CovarianceShape shape;
    private final Criterion criterion;
    private final ThetaSearch.Minimum minimum;
    private final double shift;
    private final double variance;
    private @Nullable VarianceInformation information;

    /**
     * @param data what was fitted, whitened where its residuals were not independent
     * @param shift what whitening adds to the deviance
     */
    MixedFit(
            MixedData data,
            RotatedDesign design,
            CovarianceShape shape,
            Criterion criterion,
            ThetaSearch.Minimum minimum,
            double shift) {
        this.data = data;
        this.design = design;
        this.shape = shape;
        this.criterion = criterion;
        this.minimum = minimum;
        this.shift = shift;
        int degrees = design.observations - (criterion == Criterion.REML ? design.fixedCount : 0);
        this.variance = minimum.point().residual() / degrees;
    }

    /** Fixed effects in the order of their columns. */
    public double[] coefficients() {
        double[] beta = design.offset.clone();
        SmallMatrix.addScaled(beta, 1, minimum.point().beta());
        return beta;
    }

    /** The model's covariance of the fixed effects, row by row. */
    public double[][] covariance() {
        return rows(minimum.point().unscaled(), design.fixedCount);
    }

    private double[][] rows(double[] unscaled, int n) {
        double[][] rows = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = variance * unscaled[i * n + j];
            }
        }
        return rows;
    }

    /** Model standard errors of the fixed effects. */
    public double[] standardErrors() {
        double[] errors = new double[design.fixedCount];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.sqrt(variance * minimum.point().unscaled()[i * errors.length + i]);
        }
        return errors;
    }

    /** Entries of the relative factor Λ by columns of its lower triangle, as lme4 lists them. */
    public double[] theta() {
        double[] theta = minimum.theta().clone();
        for (int k = 0; k < theta.length; k++) {
            theta[k] /= design.scale[shape.row(k)];
        }
        return theta;
    }

    /** The residual standard deviation. */
    public double sigma() {
        return Math.sqrt(variance);
    }

    /** The random effects' covariance G = σ²ΛΛᵀ. */
    public double[][] randomCovariance() {
        int q = shape.effects();
        double[] relative = shape.covariance(theta());
        return rows(relative, q);
    }

    /** Minus twice the (restricted) log-likelihood at the minimum. */
    public double criterionValue() {
        return minimum.point().value() + shift;
    }

    public double logLikelihood() {
        return -criterionValue() / 2;
    }

    public Criterion criterion() {
        return criterion;
    }

    /** Whether a variance is zero or a correlation ±1: a result, not a failure. */
    public boolean isSingular() {
        return minimum.singular();
    }

    /** Whether the last step would have lowered the deviance by less than it can be known. */
    public boolean hasConverged() {
        return minimum.converged();
    }

    /** Number of Newton steps. */
    public int steps() {
        return minimum.steps();
    }

    public int observations() {
        return design.observations;
    }

    public int subjects() {
        return design.patternOf.length;
    }

    /** What was fitted: whitened where residuals are correlated or of unequal variance. */
    MixedData data() {
        return data;
    }

    double[] unscaledCovariance() {
        return minimum.point().unscaled();
    }

    /** Predicted random effects of every subject, E(b | y). */
    public double[][] randomEffects() {
        int q = shape.effects();
        int p = design.fixedCount;
        double[] covariance = shape.covariance(minimum.theta());
        double[][] effects = new double[subjects()][];
        for (int s = 0; s < effects.length; s++) {
            RotatedDesign.Pattern pattern = design.patterns.get(design.patternOf[s]);
            int m = pattern.rows;
            double[] residual = design.rotatedResponse[s].clone();
            SmallMatrix.addScaled(
                    residual, -1, SmallMatrix.product(pattern.x, minimum.point().beta(), m, p, 1));
            double[] zd = SmallMatrix.product(pattern.z, covariance, m, q, q);
            double[] middle = SmallMatrix.product(zd, SmallMatrix.transpose(pattern.z, m, q), m, q, m);
            for (int i = 0; i < m; i++) {
                middle[i * m + i] += 1;
            }
            if (!SmallMatrix.cholesky(middle, m)) {
                throw new ArithmeticException("covariance beyond working precision");
            }
            SmallMatrix.forward(middle, m, residual, 1);
            SmallMatrix.backward(middle, m, residual, 1);
            effects[s] = SmallMatrix.transposedProduct(zd, residual, m, q, 1);
            for (int c = 0; c < q; c++) {
                effects[s][c] /= design.scale[c];
            }
        }
        return effects;
    }

    /**
     * A linear combination of fixed effects with its small-sample standard error and degrees of freedom. Parameters of the
     * residuals (correlation, variance function) count as known.
     *
     * @throws IllegalArgumentException for Kenward and Roger's method on a fit by maximum likelihood
     */
    public Contrast contrast(double[] weights, SmallSample method) {
        double value = SmallMatrix.dot(weights, coefficients());
        double model = Math.sqrt(
                variance * SmallMatrix.quadratic(weights, minimum.point().unscaled()));
        return switch (method) {
            case NORMAL -> new Contrast(value, model, Double.POSITIVE_INFINITY);
            case SATTERTHWAITE -> new Contrast(value, model, information().satterthwaite(weights));
            case KENWARD_ROGER -> {
                if (criterion != Criterion.REML) {
                    throw new IllegalArgumentException("the correction of Kenward and Roger is for REML fits");
                }
                double adjusted = Math.sqrt(
                        variance * SmallMatrix.quadratic(weights, information().adjusted()));
                yield new Contrast(value, adjusted, information().kenwardRoger(weights));
            }
        };
    }

    private VarianceInformation information() {
        if (information == null) {
            information = new VarianceInformation(design, shape, criterion, minimum.point(), minimum.theta(), variance);
        }
        return information;
    }
}
