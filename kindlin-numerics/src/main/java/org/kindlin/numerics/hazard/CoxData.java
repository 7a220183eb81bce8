package org.kindlin.numerics.hazard;

import org.kindlin.numerics.survival.SurvivalSample;

/**
 * What a proportional hazards model is fitted to.
 *
 * <p>A subject whose covariates change has one row for each stretch (entry, exit] of constant covariates.
 *
 * @param covariates one array for each covariate, one value for each row
 * @param stratum of each row, from 0; of length zero where there is one stratum
 */
public record CoxData(SurvivalSample sample, double[][] covariates, int[] stratum) {
    public CoxData {
        for (double[] covariate : covariates) {
            if (covariate.length != sample.size()) {
                throw new IllegalArgumentException("a covariate of " + covariate.length + " values");
            }
        }
        if (stratum.length != 0 && stratum.length != sample.size()) {
            throw new IllegalArgumentException("strata of " + stratum.length + " rows");
        }
    }

    /** One stratum. */
    public static CoxData of(SurvivalSample sample, double[]... covariates) {
        return new CoxData(sample, covariates, new int[0]);
    }

    public int terms() {
        return covariates.length;
    }
}
