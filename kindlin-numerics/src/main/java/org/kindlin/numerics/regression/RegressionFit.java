package org.kindlin.numerics.regression;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.kindlin.numerics.regression.ParameterEstimate.Status;
import org.kindlin.numerics.statistics.CompensatedSum;
import org.kindlin.numerics.statistics.Distributions;

/**
 * A regression at its optimum: parameters with their asymptotic covariance, residuals and the verdict on what the data
 * determine.
 *
 * <p>Least squares: covariance s² (JᵀJ)⁻¹ with s² = RSS/(n − p), J the Jacobian of √w f (G. A. F. Seber and C. J. Wild,
 * Nonlinear Regression, 1989, section 2.1). A robust loss: Huber's K² σ² [Σψ²/(n − p)] / [Σψ′/n]² (JᵀJ)⁻¹ (Huber and
 * Ronchetti 2009, section 7.6). p counts all parameters that are not fixed, also those at a bound. Immutable.
 */
public final class RegressionFit {
    private final LeastSquaresProblem problem;
    private final Objective objective;
    private final double[] theta;
    private final double value;
    private final int iterations;
    private final LocalUncertainty uncertainty;
    private final double[] fitted;
    private final double[] residuals;
    private final double[] weights;
    private final double rss;
    private final Dispersion dispersion;

    RegressionFit(LeastSquaresProblem problem, Objective objective, TrustRegion.Outcome outcome) {
        this.problem = problem;
        this.objective = objective;
        this.theta = outcome.theta();
        this.value = outcome.value();
        this.iterations = outcome.iterations();
        this.uncertainty = new LocalUncertainty(objective.asLeastSquares(problem), theta, atBound());
        int n = objective.observations();
        this.fitted = new double[n];
        this.residuals = new double[n];
        this.weights = new double[n];
        double[] canonical = objective.fitted(theta);
        CompensatedSum sum = new CompensatedSum();
        for (int row = 0; row < n; row++) {
            int i = objective.order()[row];
            fitted[i] = canonical[row];
            residuals[i] = objective.response(row) - canonical[row];
            double weighted = objective.rootWeight(row) * residuals[i];
            double lossRoot = objective.lossRoot(weighted);
            weights[i] = objective.rootWeight(row) * objective.rootWeight(row) * lossRoot * lossRoot;
            sum.add(weighted * weighted);
        }
        this.rss = sum.value();
        this.dispersion = Dispersion.of(objective, theta, rss);
    }

    private boolean[] atBound() {
        boolean[] at = new boolean[theta.length];
        for (int j = 0; j < at.length; j++) {
            Parameter parameter = problem.layout().parameters().get(j);
            at[j] = theta[j] <= parameter.lower() || theta[j] >= parameter.upper();
        }
        return at;
    }

    /** The problem that was fitted. */
    public LeastSquaresProblem problem() {
        return problem;
    }

    /** The global parameters' values. */
    public double[] values() {
        return theta.clone();
    }

    /** The value of the parameter of this name. */
    public double value(String name) {
        return theta[problem.layout().indexOf(name)];
    }

    /** All global parameters, in the layout's order. */
    public List<ParameterEstimate> estimates() {
        return IntStream.range(0, theta.length).mapToObj(this::estimate).toList();
    }

    /** The parameter of this name. */
    public ParameterEstimate estimate(String name) {
        return estimate(problem.layout().indexOf(name));
    }

    private ParameterEstimate estimate(int index) {
        Status status = status(index);
        OptionalDouble variance = covariance(index, index);
        OptionalDouble error = status == Status.ESTIMATED && variance.isPresent()
                ? OptionalDouble.of(Math.sqrt(variance.getAsDouble()))
                : OptionalDouble.empty();
        return new ParameterEstimate(problem.layout().parameters().get(index).name(), theta[index], error, status);
    }

    private Status status(int index) {
        Parameter parameter = problem.layout().parameters().get(index);
        if (parameter.fixed()) {
            return Status.FIXED;
        }
        if (!uncertainty.isMoving(index)) {
            return theta[index] <= parameter.lower() ? Status.AT_LOWER_BOUND : Status.AT_UPPER_BOUND;
        }
        return uncertainty.isDetermined(index) ? Status.ESTIMATED : Status.UNDETERMINED;
    }

    /** The covariance of two parameters; empty unless both are {@link Status#ESTIMATED} and df is positive. */
    public OptionalDouble covariance(String one, String other) {
        return covariance(problem.layout().indexOf(one), problem.layout().indexOf(other));
    }

    OptionalDouble covariance(int i, int j) {
        boolean known = uncertainty.isDetermined(i) && uncertainty.isDetermined(j) && dispersion.exists();
        return known
                ? OptionalDouble.of(dispersion.covarianceFactor() * uncertainty.inverse(i, j))
                : OptionalDouble.empty();
    }

    /** The correlation of two parameters' estimates; empty where their covariance is, or a variance is zero. */
    public OptionalDouble correlation(String one, String other) {
        OptionalDouble between = covariance(one, other);
        if (between.isEmpty()) {
            return between;
        }
        double product = Math.sqrt(covariance(one, one).orElseThrow())
                * Math.sqrt(covariance(other, other).orElseThrow());
        return product > 0 ? OptionalDouble.of(between.getAsDouble() / product) : OptionalDouble.empty();
    }

    /** The weighted residual sum of squares Σ w (y − f)², without the loss's weights. */
    public double rss() {
        return rss;
    }

    /** Residual degrees of freedom n − p; not positive where there are no more observations than parameters. */
    public int df() {
        return objective.observations() - objective.freeCount();
    }

    /** The residual standard deviation of an observation of weight one (a robust loss: its scale σ). */
    public OptionalDouble residualStandardDeviation() {
        return dispersion.exists() ? OptionalDouble.of(dispersion.standardDeviation()) : OptionalDouble.empty();
    }

    /** y − f of each observation, in the order given. */
    public double[] residuals() {
        return residuals.clone();
    }

    /** f of each observation, in the order given. */
    public double[] fitted() {
        return fitted.clone();
    }

    /** The final weight of each observation, in the order given: its own × the weighting's × the loss's. */
    public double[] weights() {
        return weights.clone();
    }

    /** The largest cosine between the residual vector and a column of J: zero at an exact optimum of least squares. */
    public double gradientNorm() {
        return uncertainty.angle();
    }

    /** Iterations of the last search. */
    public int iterations() {
        return iterations;
    }

    /** The condition number of J with columns of length one: the factor by which collinearity loses digits. */
    public double conditionNumber() {
        return uncertainty.condition();
    }

    /** The rank of J: the number of independent combinations of free parameters that the data determine. */
    public int rank() {
        return uncertainty.rank();
    }

    /** Names of the parameters that the data do not determine. */
    public List<String> undetermined() {
        return estimates().stream()
                .filter(e -> e.status() == Status.UNDETERMINED)
                .map(ParameterEstimate::name)
                .toList();
    }

    /**
     * Wald's interval: value ± t × standard error, symmetric and only asymptotically right; prefer
     * {@link ProfileLikelihood}. Empty where there is no standard error.
     */
    public Optional<Interval> waldInterval(String name, double level) {
        ParameterEstimate estimate = estimate(name);
        if (estimate.standardError().isEmpty()) {
            return Optional.empty();
        }
        double half = Distributions.studentQuantile(0.5 + level / 2, df())
                * estimate.standardError().getAsDouble();
        return Optional.of(new Interval(estimate.value() - half, estimate.value() + half, level));
    }

    /**
     * The fitted curve at these predictors in this group, with its standard error by the delta method; that is empty
     * where the value depends on a parameter the data do not determine.
     */
    public Prediction predict(int group, double... predictors) {
        ParameterLayout layout = problem.layout();
        double[] local = new double[layout.modelParameters()];
        double[] gradient = new double[local.length];
        for (int k = 0; k < local.length; k++) {
            local[k] = theta[layout.globalIndex(group, k)];
        }
        double at = problem.model().valueAndGradient(local, predictors, gradient);
        double variance = 0;
        boolean known = dispersion.exists();
        for (int k = 0; k < local.length; k++) {
            known &= gradient[k] == 0 || status(layout.globalIndex(group, k)) != Status.UNDETERMINED;
            for (int l = 0; l < local.length; l++) {
                variance += gradient[k]
                        * gradient[l]
                        * uncertainty.inverse(layout.globalIndex(group, k), layout.globalIndex(group, l));
            }
        }
        return new Prediction(
                at,
                known
                        ? OptionalDouble.of(Math.sqrt(Math.max(0, dispersion.covarianceFactor() * variance)))
                        : OptionalDouble.empty());
    }

    /** A fitted value with the standard error of the curve there; empty where no degrees of freedom remain. */
    public record Prediction(double value, OptionalDouble standardError) {}

    /** An interval from low to high of this confidence level. */
    public record Interval(double low, double high, double level) {}

    double objectiveValue() {
        return value;
    }

    Objective objective() {
        return objective;
    }

    Dispersion dispersion() {
        return dispersion;
    }
}
