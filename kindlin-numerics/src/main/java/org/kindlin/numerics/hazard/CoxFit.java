package org.kindlin.numerics.hazard;

import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.survival.QuadraticForm;

/**
 * A fitted Cox model.
 *
 * <p>The arrays are shared, not copied: nobody writes to them.
 *
 * @param coefficients log hazard ratio for each unit of each covariate
 * @param covariance by the inverse information
 * @param logLikelihoodNull at zero coefficients
 * @param logLikelihood at the maximum
 * @param scoreTest chi-squared of all terms at zero; without ties and with one arm covariate it is the log-rank test
 * @param events rows that end with the event
 */
public record CoxFit(
        CoxData data,
        Ties ties,
        double[] coefficients,
        double[][] covariance,
        double logLikelihoodNull,
        double logLikelihood,
        double scoreTest,
        int events,
        int iterations) {

    public double standardError(int term) {
        return Math.sqrt(covariance[term][term]);
    }

    /** Wald's two-sided p of one term: an upper tail, so that z = 52 has p near 0, not 1. */
    public double p(int term) {
        return Math.min(1, 2 * Distributions.normalUpperTail(Math.abs(coefficients[term]) / standardError(term)));
    }

    /** Chi-squared of all terms, twice the gain in log-likelihood. */
    public double likelihoodRatio() {
        return Math.max(0, 2 * (logLikelihood - logLikelihoodNull));
    }

    /** Chi-squared of all terms by their covariance. */
    public double wald() {
        return QuadraticForm.of(covariance, coefficients).value();
    }

    /** The linear predictor of every row, at the covariates as given. */
    public double[] predictor() {
        double[] eta = new double[data.sample().size()];
        for (int j = 0; j < coefficients.length; j++) {
            for (int i = 0; i < eta.length; i++) {
                eta[i] += coefficients[j] * data.covariates()[j][i];
            }
        }
        return eta;
    }
}
