package org.kindlin.numerics.hazard;

import java.util.Arrays;
import java.util.OptionalInt;
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

    /** The first covariate with one value in each stratum: it tells nobody at risk from another. Empty where there is none. */
    OptionalInt constantTerm() {
        for (int j = 0; j < covariates.length; j++) {
            if (isConstantWithinStrata(covariates[j])) {
                return OptionalInt.of(j);
            }
        }
        return OptionalInt.empty();
    }

    private boolean isConstantWithinStrata(double[] covariate) {
        double[] seen = new double[1 + Arrays.stream(stratum).max().orElse(0)];
        Arrays.fill(seen, Double.NaN);
        for (int i = 0; i < covariate.length; i++) {
            int own = stratum.length == 0 ? 0 : stratum[i];
            if (!Double.isNaN(seen[own]) && seen[own] != covariate[i]) {
                return false;
            }
            seen[own] = covariate[i];
        }
        return true;
    }
}
