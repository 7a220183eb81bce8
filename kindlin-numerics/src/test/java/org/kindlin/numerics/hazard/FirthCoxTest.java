package org.kindlin.numerics.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.survival.Reference;
import org.kindlin.numerics.survival.Reference.Table;

/** Against coxphf 1.13.4 (Breslow's ties) to 1e-7, its limits to the 1e-5 that its own search leaves. */
class FirthCoxTest {
    private static final Reference EXPECTED = new Reference("expected_rmst_firth_competing.txt");

    @Test
    void monotoneLikelihoodGetsAFiniteEstimate() {
        Table table = new Table("monotone.csv");
        check("monotone", CoxData.of(table.sample("time", "event"), table.numbers("trt")), "trt");
    }

    @Test
    void ovarian() {
        Table table = new Table("ovarian.csv");
        check(
                "ovarian",
                CoxData.of(table.sample("futime", "fustat"), table.numbers("rx"), table.numbers("age")),
                "rx",
                "age");
    }

    @Test
    void aml() {
        Table table = new Table("aml.csv");
        double[] group = IntStream.of(table.codes("x")).asDoubleStream().toArray();
        check("aml", CoxData.of(table.sample("time", "status"), group), "grp");
    }

    private static void check(String name, CoxData data, String... terms) {
        FirthCox.Fit fit = FirthCox.fit(data, Ties.BRESLOW, 0.95).orElseThrow();
        String path = "firth." + name + ".";
        double scaling = unitSpread(data); // the peer states its penalty for covariates of unit sample deviation
        close(fit.logLikelihoodNull() - scaling, EXPECTED.numbers(path + "loglik")[0], 1e-9);
        close(fit.logLikelihood() - scaling, EXPECTED.numbers(path + "loglik")[1], 1e-9);
        for (int j = 0; j < terms.length; j++) {
            FirthCox.Term term = fit.terms().get(j);
            close(term.coefficient(), EXPECTED.number(path + "coef." + terms[j]), 1e-6);
            close(term.standardError(), EXPECTED.numbers(path + "se")[j], 1e-6);
            close(Math.exp(term.low()), EXPECTED.numbers(path + "ci_lower")[j], 1e-5);
            close(Math.exp(term.high()), EXPECTED.numbers(path + "ci_upper")[j], 1e-5);
            close(term.p(), EXPECTED.numbers(path + "p")[j], 1e-5);
        }
    }

    private static double unitSpread(CoxData data) {
        double sum = 0;
        for (double[] covariate : data.covariates()) {
            double mean = Arrays.stream(covariate).average().orElseThrow();
            double squares =
                    Arrays.stream(covariate).map(x -> (x - mean) * (x - mean)).sum();
            sum += Math.log(squares / (covariate.length - 1)) / 2;
        }
        return sum;
    }

    private static void close(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(relative * Math.abs(expected)));
    }
}
