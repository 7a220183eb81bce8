package org.kindlin.numerics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.numerics.statistics.AdjustedP;
import org.kindlin.numerics.survival.Reference.Table;

/** Against R 4.2.2 survival 3.5-3 and survRM2 1.0-4, closed forms to 1e-10 relative. */
class SurvivalReferenceTest {
    private static final Reference EXPECTED = new Reference("expected_survival.txt");
    private static final Reference MORE = new Reference("expected_rmst_firth_competing.txt");
    private static final Map<String, BandTransform> TRANSFORMS = Map.of(
            "log", BandTransform.LOG,
            "log-log", BandTransform.LOG_LOG,
            "plain", BandTransform.PLAIN,
            "logit", BandTransform.LOGIT,
            "arcsin", BandTransform.ARCSINE);

    private static final Table LUNG = new Table("lung.csv");
    private static final Table AML = new Table("aml.csv");
    private static final Table OVARIAN = new Table("ovarian.csv");
    private static final Table MICE = new Table("mc38_4arm_synthetic.csv");

    private record Arms(Table table, String path, String time, String group) {
        ComparedArms compared() {
            int[] codes = group.isEmpty() ? new int[table.texts(time).length] : table.codes(group);
            return ComparedArms.of(
                    table.sample(time, "event"),
                    codes,
                    1 + Arrays.stream(codes).max().orElseThrow());
        }

        String level(int arm) {
            String[] texts = table.texts(group);
            return group + "_"
                    + Arrays.stream(texts).distinct().sorted().toList().get(arm);
        }
    }

    private static final List<Arms> SETS = List.of(
            new Arms(LUNG, "km.lung_all", "time", ""),
            new Arms(LUNG, "km.lung_sex", "time", "sex"),
            new Arms(AML, "km.aml_x", "time", "x"),
            new Arms(OVARIAN, "km.ovarian_rx", "time", "rx"));

    static Offset<Double> close(double expected) {
        return within(1e-10 * Math.max(Math.abs(expected), 1e-3));
    }

    static void same(double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(expected, close(expected));
        }
    }

    @Test
    void quantilesWithEveryBand() {
        int compared = 0;
        for (Arms set : SETS) {
            ComparedArms arms = set.compared();
            for (int a = 0; a < arms.arms(); a++) {
                SurvivalCurve curve = KaplanMeier.of(arms.of(a));
                String arm = set.group().isEmpty() ? "" : set.level(a) + ".";
                for (var transform : TRANSFORMS.entrySet()) {
                    for (int q : new int[] {25, 50, 75}) {
                        SurvivalQuantile quantile =
                                curve.quantile(q / 100.0, QuantileRule.MIDPOINT, transform.getValue(), 0.95);
                        String path = set.path() + "." + transform.getKey() + ".";
                        same(quantile.time(), EXPECTED.number(path + "quantile." + arm + "q" + q));
                        same(quantile.low(), EXPECTED.number(path + "lower." + arm + "q" + q));
                        same(quantile.high(), EXPECTED.number(path + "upper." + arm + "q" + q));
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isEqualTo(7 * 5 * 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"log", "log-log", "plain"})
    void curves(String band) {
        BandTransform transform = Objects.requireNonNull(TRANSFORMS.get(band));
        for (Arms set : SETS.subList(1, 3)) {
            ComparedArms arms = set.compared();
            String path = set.path() + "." + band + ".curve.";
            int row = 0;
            for (int a = 0; a < arms.arms(); a++) {
                SurvivalCurve curve = KaplanMeier.of(arms.of(a));
                for (int i = 0; i < curve.size(); i++, row++) {
                    same(curve.time()[i], EXPECTED.numbers(path + "time")[row]);
                    same(curve.atRisk()[i], EXPECTED.numbers(path + "nrisk")[row]);
                    same(curve.events()[i], EXPECTED.numbers(path + "nevent")[row]);
                    same(curve.censored()[i], EXPECTED.numbers(path + "ncensor")[row]);
                    same(curve.survival()[i], EXPECTED.numbers(path + "surv")[row]);
                    same(curve.standardError(i), EXPECTED.numbers(path + "se_surv")[row]);
                    same(curve.hazard()[i], EXPECTED.numbers(path + "cumhaz")[row]);
                    same(Math.sqrt(curve.hazardVariance()[i]), EXPECTED.numbers(path + "se_cumhaz")[row]);
                    same(curve.lower(i, transform, 0.95), EXPECTED.numbers(path + "lower")[row]);
                    same(curve.upper(i, transform, 0.95), EXPECTED.numbers(path + "upper")[row]);
                }
            }
            assertThat(row).isEqualTo(EXPECTED.numbers(path + "surv").length);
        }
    }

    @Test
    void restrictedMeansOfTheCurves() {
        for (Arms set : SETS) {
            double tau = EXPECTED.number(set.path() + ".tau");
            ComparedArms arms = set.compared();
            for (int a = 0; a < arms.arms(); a++) {
                RestrictedMean mean =
                        RestrictedMean.of(KaplanMeier.of(arms.of(a)), tau).orElseThrow();
                same(mean.mean(), EXPECTED.numbers(set.path() + ".table.rmean")[a]);
                same(mean.standardError(), EXPECTED.numbers(set.path() + ".table.se(rmean)")[a]);
            }
        }
    }

    @Test
    void logRankFamily() {
        logRank("logrank.lung_sex.0", SETS.get(1).compared());
        logRank("logrank.lung_sex.1", SETS.get(1).compared());
        logRank("logrank.lung_sex.2", SETS.get(1).compared());
        logRank("logrank.aml_x.0", SETS.get(2).compared());
        logRank("logrank.aml_x.1", SETS.get(2).compared());
        logRank("logrank.ovarian_rx", SETS.get(3).compared());
        Table known = LUNG.complete("inst");
        logRank(
                "logrank.lung_sex_strat_inst",
                new ComparedArms(known.sample("time", "event"), known.codes("sex"), 2, known.codes("inst")));
        logRank(
                "logrank.ovarian_rx_strat_resid",
                new ComparedArms(
                        OVARIAN.sample("futime", "fustat"), OVARIAN.codes("rx"), 2, OVARIAN.codes("resid.ds")));
    }

    private static void logRank(String path, ComparedArms arms) {
        double rho = EXPECTED.number(path + ".rho");
        LogRankResult result = LogRank.test(arms, new LogRankWeight.FlemingHarrington(rho, 0));
        same(result.chiSquared(), EXPECTED.number(path + ".chisq"));
        same(result.p(), EXPECTED.number(path + ".p"));
        assertThat(result.degreesOfFreedom()).isEqualTo((int) EXPECTED.number(path + ".df"));
        for (int a = 0; a < arms.arms(); a++) {
            same(result.observed()[a], EXPECTED.numbers(path + ".obs")[a]);
            same(result.expected()[a], EXPECTED.numbers(path + ".exp")[a]);
            same(result.covariance()[a][a], EXPECTED.numbers(path + ".var." + a)[a]);
        }
    }

    @Test
    void restrictedMeansCompared() {
        rmst("rmst.lung_sex_tau500", SETS.get(1).compared(), 500, 1, 0);
        rmst("rmst.aml_tau40", SETS.get(2).compared(), 40, 0, 1);
    }

    private static void rmst(String path, ComparedArms arms, double tau, int treated, int control) {
        RestrictedMean one =
                RestrictedMean.of(KaplanMeier.of(arms.of(treated)), tau).orElseThrow();
        RestrictedMean zero =
                RestrictedMean.of(KaplanMeier.of(arms.of(control)), tau).orElseThrow();
        same(one.mean(), MORE.number(path + ".arm1.Est_"));
        same(one.standardError(), MORE.number(path + ".arm1.se"));
        same(zero.standardError() * zero.standardError(), MORE.number(path + ".rmst_var0"));
        List<RestrictedMean.Contrast> contrasts =
                List.of(one.minus(zero, 0.95), one.over(zero, 0.95), one.lostOver(zero, 0.95));
        for (int i = 0; i < 3; i++) {
            same(contrasts.get(i).value(), MORE.numbers(path + ".contrast.Est_")[i]);
            same(contrasts.get(i).low(), MORE.numbers(path + ".contrast.lower__95")[i]);
            same(contrasts.get(i).high(), MORE.numbers(path + ".contrast.upper__95")[i]);
            same(contrasts.get(i).p(), MORE.numbers(path + ".contrast.p")[i]);
        }
    }

    /** Four synthetic arms whose medians are 21, 25, 28 and 42 days, the last by the midpoint rule only. */
    private static ComparedArms mice() {
        List<String> names = List.of("vehicle", "antiPD1", "FAKi", "combo");
        int[] arm = Arrays.stream(MICE.texts("arm")).mapToInt(names::indexOf).toArray();
        return ComparedArms.of(MICE.sample("time", "event"), arm, 4);
    }

    @Test
    void fourArms() {
        ComparedArms arms = mice();
        LogRankResult all = LogRank.test(arms, LogRankWeight.logRank());
        same(all.chiSquared(), MORE.number("mc38.logrank.chisq"));
        same(all.trend(new double[] {0, 1, 1, 2}), MORE.number("mc38.trend_z"));
        double[] p = new double[6];
        int pair = 0;
        for (int a = 0; a < 4; a++) {
            for (int b = a + 1; b < 4; b++) {
                LogRankResult result = LogRank.test(arms.pair(a, b), LogRankWeight.logRank());
                same(result.chiSquared(), MORE.numbers("mc38.pairwise.chisq")[pair]);
                p[pair++] = result.p();
            }
        }
        for (int i = 0; i < 6; i++) {
            same(p[i], MORE.numbers("mc38.pairwise.p")[i]);
            same(AdjustedP.holm(p)[i], MORE.numbers("mc38.pairwise.p_holm")[i]);
            same(AdjustedP.benjaminiHochberg(p)[i], MORE.numbers("mc38.pairwise.p_bh")[i]);
        }
    }

    @Test
    void mediansOfFourArmsUnderEveryRule() {
        for (var transform : TRANSFORMS.entrySet()) {
            String path = "mc38.km." + transform.getKey();
            for (int a = 0; a < 4 && MORE.has(path + ".median"); a++) {
                SurvivalCurve curve = KaplanMeier.of(mice().of(a));
                SurvivalQuantile median = curve.quantile(0.5, QuantileRule.MIDPOINT, transform.getValue(), 0.95);
                same(median.time(), MORE.numbers(path + ".median")[a]);
                same(median.low(), MORE.numbers(path + ".0_95LCL")[a]);
                same(median.high(), MORE.numbers(path + ".0_95UCL")[a]);
            }
        }
        SurvivalCurve both = KaplanMeier.of(mice().of(3));
        assertThat(both.quantile(0.5, QuantileRule.FIRST, BandTransform.LOG_LOG, 0.95)
                        .time())
                .isEqualTo(41);
    }
}
