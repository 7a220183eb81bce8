package org.kindlin.numerics.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindlin.numerics.survival.Reference;
import org.kindlin.numerics.survival.Reference.Table;

/** Two agents and both, on every scale: against R 4.2.2 survival 3.5-3 (coxph, survreg), 1e-7. */
class InteractionReferenceTest {
    private static final Reference EXPECTED = new Reference("expected_rmst_firth_competing.txt");
    private static final Table MICE = new Table("mc38_4arm_synthetic.csv");

    private static double[][] columns() {
        double[] fak = MICE.numbers("fak");
        double[] pd1 = MICE.numbers("pd1");
        double[] both = new double[fak.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = fak[i] * pd1[i];
        }
        return new double[][] {fak, pd1, both};
    }

    @Test
    void logHazardAndItsAdditiveForms() {
        CoxFit fit = ((CoxOutcome.Fitted)
                        CoxRegression.fit(CoxData.of(MICE.sample("time", "event"), columns()), Ties.EFRON))
                .fit();
        String path = "mc38.cox_interaction.";
        for (int j = 0; j < 3; j++) {
            close(fit.coefficients()[j], EXPECTED.numbers(path + "coef")[j]);
            close(fit.standardError(j), EXPECTED.numbers(path + "se")[j]);
        }
        close(fit.logLikelihood(), EXPECTED.numbers(path + "loglik")[1]);
        AdditiveInteraction additive = AdditiveInteraction.of(fit.coefficients(), fit.covariance());
        close(additive.reri(), EXPECTED.number(path + "RERI"));
        close(additive.reriError(), EXPECTED.number(path + "RERI_se_delta"));
        close(additive.attributable(), EXPECTED.number(path + "AP"));
        close(additive.synergy(), EXPECTED.number(path + "synergy_index"));
    }

    @Test
    void logTime() {
        check("mc38.weibull_aft.", AcceleratedFailure.Times.WEIBULL);
        check("mc38.lognormal_aft.", AcceleratedFailure.Times.LOG_NORMAL);
    }

    private static void check(String path, AcceleratedFailure.Times times) {
        AcceleratedFailure.Fit fit = AcceleratedFailure.fit(MICE.sample("time", "event"), times, columns())
                .orElseThrow();
        String[] names = {"(Intercept)", "fak", "pd1", "fak:pd1"};
        for (int j = 0; j < names.length; j++) {
            close(fit.coefficients()[j], EXPECTED.number(path + "coef." + names[j]));
            close(fit.standardError(j), EXPECTED.numbers(path + "se")[j]);
        }
        close(fit.sigma(), EXPECTED.number(path + "scale"));
        close(fit.logLikelihood(), EXPECTED.numbers(path + "loglik")[1]);
    }

    private static void close(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-7 * Math.abs(expected)));
    }
}
