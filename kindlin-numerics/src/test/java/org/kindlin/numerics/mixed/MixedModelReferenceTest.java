package org.kindlin.numerics.mixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.numerics.mixed.ResidualModel.Spread;

/**
 * Against R (resources README): estimates to 1e-7 or 1e-7 standard errors, criterion and log-likelihood to 1e-9, degrees of
 * freedom to 1e-3. Where lme4 and nlme stopped short (their deviance is no lower than ours) estimates agree to 3e-7.
 */
class MixedModelReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "sleepstudy.reml, sleep, CORRELATED, REML",
        "sleepstudy.ml, sleep, CORRELATED, ML",
        "sleepstudy.uncorr, sleep, UNCORRELATED, REML",
        "sleepstudy.ri, sleep intercept, CORRELATED, REML",
        "CR1197.lmer_slope_int, CR1197 full, CORRELATED, REML",
        "CR1197.lmer_slope_int_ml, CR1197 full, CORRELATED, ML",
        "CR1197.lmer_synergy, CR1197 relative, CORRELATED, REML",
        "SW837.lmer_slope_int, SW837 full, CORRELATED, REML",
        "SW837.lmer_slope_int_ml, SW837 full, CORRELATED, ML",
        "SW837.lmer_synergy, SW837 relative, CORRELATED, REML"
    })
    void agreesWithLme4(String model, String data, RandomStructure structure, Criterion criterion) {
        MixedFit fit = MixedModel.fit(data(data), structure, criterion);
        double expected = GrowthSets.expected(model, "criterion")[0];
        assertThat(fit.criterionValue()).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        assertThat(fit.criterionValue()).isLessThanOrEqualTo(expected + 1e-11 * Math.abs(expected));
        close(fit.coefficients(), GrowthSets.expected(model, "coef"), 1e-7);
        close(fit.standardErrors(), GrowthSets.expected(model, "se"), 3e-7);
        close(new double[] {fit.sigma()}, GrowthSets.expected(model, "sigma"), 1e-7);
        absolute(fit.theta(), GrowthSets.expected(model, "theta"), 5e-6);
        absolute(degrees(fit, SmallSample.SATTERTHWAITE), GrowthSets.expected(model, "df_satterthwaite"), 1e-3);
        assertThat(fit.hasConverged()).isTrue();
        assertThat(fit.isSingular()).isFalse();
        if (criterion == Criterion.REML) {
            absolute(degrees(fit, SmallSample.KENWARD_ROGER), GrowthSets.expected(model, "df_kr"), 1e-3);
            close(errors(fit), GrowthSets.expected(model, "se_kr"), 3e-7);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CR1197.lme_varPower, CR1197 relative, POWER_OF_TIME, false",
        "CR1197.lme_varIdent, CR1197 relative, BY_STRATUM, false",
        "CR1197.lme_CAR1, CR1197 relative, CONSTANT, true",
        "SW837.lme_varPower, SW837 relative, POWER_OF_TIME, false",
        "SW837.lme_varIdent, SW837 relative, BY_STRATUM, false",
        "SW837.lme_CAR1, SW837 relative, CONSTANT, true"
    })
    void agreesWithNlme(String model, String data, Spread spread, boolean serial) {
        MixedModel.WithResiduals found = MixedModel.fit(
                data(data), RandomStructure.CORRELATED, new ResidualModel(spread, serial), Criterion.REML);
        double expected = GrowthSets.expected(model, "loglik")[0];
        assertThat(found.fit().logLikelihood()).isCloseTo(expected, within(1e-9 * Math.abs(expected)));
        assertThat(found.fit().logLikelihood()).isGreaterThanOrEqualTo(expected - 1e-11 * Math.abs(expected));
        double[] coefficients = GrowthSets.expected(model, "coef");
        double[] errors = GrowthSets.expected(model, "se");
        for (int i = 0; i < coefficients.length; i++) {
            assertThat(found.fit().coefficients()[i]).isCloseTo(coefficients[i], within(2e-6 * errors[i]));
        }
        close(found.fit().standardErrors(), errors, 5e-6);
        if (serial) {
            absolute(new double[] {found.residuals().correlation()}, GrowthSets.expected(model, "phi"), 1e-7);
        } else if (spread == Spread.POWER_OF_TIME) {
            absolute(new double[] {found.residuals().power()}, GrowthSets.expected(model, "varstruct"), 1e-6);
        } else {
            double[] ratios = found.residuals().ratios();
            close(Arrays.copyOfRange(ratios, 1, ratios.length), GrowthSets.expected(model, "varstruct"), 2e-5);
        }
    }

    @ParameterizedTest
    @CsvSource({"CR1197, 1", "SW837, 2"})
    void clusterRobustErrorsAgreeWithClubSandwich(String set, int bestSingle) {
        MixedFit fit = MixedModel.fit(GrowthSets.relative(set), RandomStructure.CORRELATED, Criterion.REML);
        double[] bliss = {1, -1, -1, 1};
        double[] hsa = new double[4];
        hsa[bestSingle] = -1;
        hsa[3] = 1;
        close(
                new double[] {ClusterRobust.of(fit).contrast(bliss).standardError()},
                GrowthSets.expected(set + ".bliss_CR2", "se"),
                1e-8);
        close(
                new double[] {ClusterRobust.of(fit).contrast(hsa).standardError()},
                GrowthSets.expected(set + ".hsa_CR2", "se"),
                1e-8);
        close(
                new double[] {fit.contrast(bliss, SmallSample.NORMAL).standardError()},
                GrowthSets.expected(set + ".bliss_model", "se"),
                1e-7);
    }

    @Test
    void randomEffectsAgreeWithLme4() {
        MixedFit fit = MixedModel.fit(GrowthSets.sleep(true), RandomStructure.CORRELATED, Criterion.REML);
        double[] intercepts = GrowthSets.expected("sleepstudy.reml", "ranef (Intercept)");
        double[] slopes = GrowthSets.expected("sleepstudy.reml", "ranef Days");
        for (int s = 0; s < intercepts.length; s++) {
            assertThat(fit.randomEffects()[s][0]).isCloseTo(intercepts[s], within(2e-5));
            assertThat(fit.randomEffects()[s][1]).isCloseTo(slopes[s], within(2e-5));
        }
    }

    private static MixedData data(String name) {
        return switch (name) {
            case "sleep" -> GrowthSets.sleep(true);
            case "sleep intercept" -> GrowthSets.sleep(false);
            default -> {
                String set = name.substring(0, name.indexOf(' '));
                yield name.endsWith("full") ? GrowthSets.interceptAndSlope(set) : GrowthSets.relative(set);
            }
        };
    }

    private static double[] degrees(MixedFit fit, SmallSample method) {
        return units(fit)
                .mapToDouble(i -> fit.contrast(unit(fit, i), method).df())
                .toArray();
    }

    private static double[] errors(MixedFit fit) {
        return units(fit)
                .mapToDouble(i ->
                        fit.contrast(unit(fit, i), SmallSample.KENWARD_ROGER).standardError())
                .toArray();
    }

    private static IntStream units(MixedFit fit) {
        return IntStream.range(0, fit.coefficients().length);
    }

    private static double[] unit(MixedFit fit, int at) {
        double[] unit = new double[fit.coefficients().length];
        unit[at] = 1;
        return unit;
    }

    private static void close(double[] actual, double[] expected, double relative) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(relative * Math.abs(expected[i]) + 1e-12));
        }
    }

    private static void absolute(double[] actual, double[] expected, double most) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(most));
        }
    }
}
