package org.kindlin.numerics.hazard;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Maximum partial likelihood for the proportional hazards model (Cox, J R Stat Soc B 34:187, 1972) by Newton's method with
 * step halving on centred, scaled covariates.
 *
 * <p>Where a combination of covariates orders every event first (or last) in its risk set, the likelihood rises without end
 * and its gradient vanishes at infinity only: there the steps stay long while the gain dies away, which is how the outcome
 * {@link CoxOutcome.Monotone} is told from a maximum.
 */
public final class CoxRegression {
    private static final int MOST_ITERATIONS = 60;
    private static final int MOST_HALVINGS = 30;
    /** Newton decrement (squared distance in standard errors) after which one more step is exact to rounding. */
    private static final double SETTLED = 1e-9;
    /** A step of the scaled coefficients that no settled search makes. */
    private static final double LONG_STEP = 0.02;
    /** Least share of the longest step by which a coefficient counts as running away. */
    private static final double RUNS = 1e-3;

    private final RiskSets sets;
    private final CoxData data;
    private final Ties ties;
    private final Function<double[], PartialLikelihood> likelihood;

    private CoxRegression(CoxData data, Ties ties) {
        this.data = data;
        this.ties = ties;
        sets = new RiskSets(data);
        likelihood = CohortLikelihood.suits(sets, ties)
                ? CohortLikelihood.of(sets, ties)::at
                : beta -> RiskSetLikelihood.at(beta, sets, ties);
    }

    public static CoxOutcome fit(CoxData data, Ties ties) {
        if (data.sample().events() == 0) {
            return new CoxOutcome.NoEvents();
        }
        // told by its values: rounding leaves such a covariate an information that is not quite zero
        OptionalInt constant = data.constantTerm();
        return constant.isPresent()
                ? new CoxOutcome.Dependent(constant.getAsInt())
                : new CoxRegression(data, ties).fit();
    }

    private CoxOutcome fit() {
        double[] beta = new double[sets.terms];
        PartialLikelihood now = likelihood.apply(beta);
        double nullValue = now.logLikelihood();
        PackedCholesky curvature = PackedCholesky.of(now.information(), sets.terms);
        if (!curvature.isPositiveDefinite()) {
            return new CoxOutcome.Dependent(curvature.dependent());
        }
        double scoreTest = dot(now.score(), curvature.solve(now.score()));
        for (int iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
            double[] step = curvature.solve(now.score());
            double decrement = dot(now.score(), step);
            boolean isLong = largest(step) > LONG_STEP;
            if (decrement < SETTLED && isLong) {
                return monotone(step, nullValue, now.logLikelihood(), scoreTest);
            }
            PartialLikelihood next = advance(beta, step, now);
            PackedCholesky nextCurvature = PackedCholesky.of(next.information(), sets.terms);
            if (!nextCurvature.isPositiveDefinite()) {
                return monotone(step, nullValue, next.logLikelihood(), scoreTest);
            }
            if (decrement < SETTLED) {
                return fitted(beta, next, nextCurvature, nullValue, scoreTest, iteration);
            }
            now = next;
            curvature = nextCurvature;
        }
        return new CoxOutcome.NotConverged(MOST_ITERATIONS);
    }

    /** Moves the coefficients along the step, halved until the likelihood does not fall. */
    private PartialLikelihood advance(double[] beta, double[] step, PartialLikelihood now) {
        double size = Math.min(1, 10 / largest(step));
        double[] from = beta.clone();
        PartialLikelihood next = now;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            for (int j = 0; j < beta.length; j++) {
                beta[j] = from[j] + size * step[j];
            }
            next = likelihood.apply(beta);
            double slack = 1e-12 * Math.abs(now.logLikelihood());
            if (next.logLikelihood() >= now.logLikelihood() - slack) {
                return next;
            }
            size /= 2;
        }
        return next;
    }

    private CoxOutcome fitted(
            double[] beta,
            PartialLikelihood last,
            PackedCholesky curvature,
            double nullValue,
            double scoreTest,
            int iterations) {
        double[][] covariance = curvature.inverse();
        double[] coefficients = new double[beta.length];
        for (int j = 0; j < beta.length; j++) {
            coefficients[j] = beta[j] / sets.scale[j];
            for (int k = 0; k < beta.length; k++) {
                covariance[j][k] /= sets.scale[j] * sets.scale[k];
            }
        }
        return new CoxOutcome.Fitted(new CoxFit(
                data,
                ties,
                coefficients,
                covariance,
                nullValue,
                last.logLikelihood(),
                scoreTest,
                data.sample().events(),
                iterations));
    }

    private static CoxOutcome monotone(double[] step, double nullValue, double supremum, double scoreTest) {
        List<Integer> terms = new ArrayList<>();
        List<Boolean> rising = new ArrayList<>();
        for (int j = 0; j < step.length; j++) {
            if (Math.abs(step[j]) > RUNS * largest(step)) {
                terms.add(j);
                rising.add(step[j] > 0);
            }
        }
        return new CoxOutcome.Monotone(terms, rising, nullValue, supremum, scoreTest);
    }

    private static double largest(double[] values) {
        double largest = Double.MIN_NORMAL;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
