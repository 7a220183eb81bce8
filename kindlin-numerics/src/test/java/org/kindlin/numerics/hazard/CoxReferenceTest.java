package org.kindlin.numerics.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindlin.numerics.survival.Reference;
import org.kindlin.numerics.survival.Reference.Table;

/** Against R 4.2.2 survival 3.5-3: estimates to 1e-7, log-likelihoods to 1e-9, residual sums and tests to 1e-7 relative. */
class CoxReferenceTest {
    private static final Reference EXPECTED = new Reference("expected_survival.txt");
    private static final Table LUNG = new Table("lung.csv");
    private static final Table AML = new Table("aml.csv");
    private static final Table OVARIAN = new Table("ovarian.csv");

    private record Model(String name, Table table, String time, String event, List<String> terms, String strata) {
        CoxData data() {
            double[][] columns = terms.stream()
                    .map(term -> term.equals("x")
                            ? IntStream.of(table.codes("x")).asDoubleStream().toArray()
                            : table.numbers(term))
                    .toArray(double[][]::new);
            return new CoxData(table.sample(time, event), columns, strata.isEmpty() ? new int[0] : table.codes(strata));
        }
    }

    private static final List<Model> MODELS = List.of(
            new Model("lung_age_sex", LUNG, "time", "event", List.of("age", "sex"), ""),
            new Model(
                    "lung_multi",
                    LUNG.complete("ph.ecog", "wt.loss"),
                    "time",
                    "event",
                    List.of("age", "sex", "ph.ecog", "wt.loss"),
                    ""),
            new Model("lung_strat", LUNG, "time", "event", List.of("age"), "sex"),
            new Model("aml_x", AML, "time", "event", List.of("x"), ""),
            new Model("ovarian", OVARIAN, "time", "event", List.of("rx", "age"), ""));

    @ParameterizedTest
    @EnumSource(Ties.class)
    void fits(Ties ties) {
        for (Model model : MODELS) {
            String path = "cox." + ties.name().toLowerCase(Locale.ROOT) + "." + model.name();
            CoxFit fit = ((CoxOutcome.Fitted) CoxRegression.fit(model.data(), ties)).fit();
            close(fit.logLikelihoodNull(), EXPECTED.number(path + ".loglik_null"), 1e-9);
            close(fit.logLikelihood(), EXPECTED.number(path + ".loglik"), 1e-9);
            close(fit.likelihoodRatio(), EXPECTED.numbers(path + ".lrt")[0], 1e-7);
            close(fit.scoreTest(), EXPECTED.numbers(path + ".score")[0], 1e-7);
            assertThat(fit.wald()).isCloseTo(EXPECTED.numbers(path + ".wald")[0], within(0.0051)); // printed rounded
            for (int j = 0; j < model.terms().size(); j++) {
                close(fit.coefficients()[j], EXPECTED.numbers(path + ".coef")[j], 1e-7);
                close(fit.standardError(j), EXPECTED.numbers(path + ".se")[j], 1e-7);
                for (int k = 0; k < model.terms().size(); k++) {
                    close(fit.covariance()[j][k], EXPECTED.numbers(path + ".var." + j)[k], 1e-6);
                }
            }
            Concordance concordance = Concordance.of(fit);
            close(concordance.value(), EXPECTED.number(path + ".concordance"), 1e-10);
            close(concordance.standardError(), EXPECTED.number(path + ".concordance_se"), 1e-8);
            if (EXPECTED.has(path + ".martingale_ss")) {
                residuals(fit, path);
                proportional(fit, path);
            }
        }
    }

    private static void residuals(CoxFit fit, String path) {
        CoxResiduals residuals = CoxResiduals.of(fit);
        close(squares(residuals.martingale()), EXPECTED.number(path + ".martingale_ss"), 1e-7);
        close(squares(residuals.deviance()), EXPECTED.number(path + ".deviance_ss"), 1e-7);
        double[] baseline =
                residuals.baseline(fit.data().stratum().length == 0 ? 0 : 1).cumulative();
        close(baseline[baseline.length - 1], EXPECTED.number(path + ".basehaz0_last"), 1e-6);
    }

    private static void proportional(CoxFit fit, String path) {
        List<int[]> each = IntStream.range(0, fit.data().terms())
                .mapToObj(j -> new int[] {j})
                .toList();
        for (ProportionalHazards.Scale scale : ProportionalHazards.Scale.values()) {
            String name = scale == ProportionalHazards.Scale.KAPLAN_MEIER
                    ? "km"
                    : scale.name().toLowerCase(Locale.ROOT);
            List<ProportionalHazards.Test> tests = ProportionalHazards.of(fit, each, scale);
            for (int i = 0; i < tests.size(); i++) {
                close(tests.get(i).chiSquared(), EXPECTED.numbers(path + ".zph." + name + ".chisq")[i], 1e-6);
                close(tests.get(i).p(), EXPECTED.numbers(path + ".zph." + name + ".p")[i], 1e-6);
            }
        }
    }

    private static double squares(double[] values) {
        return Arrays.stream(values).map(v -> v * v).sum();
    }

    static void close(double actual, double expected, double relative) {
        assertThat(actual).isCloseTo(expected, within(relative * Math.max(Math.abs(expected), 1e-6)));
    }
}
