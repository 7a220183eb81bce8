package org.kindlin.numerics.proportions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.survival.Reference;

/** Against R 4.2.2 (binom.test, PropCIs, DescTools formulas) to 1e-10; Blaker's to the 1e-5 of the peer's search. */
class ProportionsReferenceTest {
    private static final Reference EXPECTED = new Reference("proportions/expected_binomial.txt");
    private static final List<String> SETS = List.of(
            "RAMP201_all",
            "RAMP201_KRASmt",
            "RAMP201_KRASwt",
            "FRAME_LGSOC",
            "NCI_MATCH_U",
            "zero",
            "one",
            "small",
            "half",
            "bigger");

    /** Conditional odds ratio of 25 of 57 against 9 of 52 with its limits: scipy.stats.contingency.odds_ratio, SciPy 1.17. */
    private static final double[] ODDS_RATIO = {3.6868186112518893, 1.4281590085446734, 10.273629139974163};

    @Test
    void intervalsOfOneProportion() {
        Map<String, ProportionInterval> methods = new LinkedHashMap<>();
        methods.put("clopper_pearson", ProportionInterval.CLOPPER_PEARSON);
        methods.put("wilson", ProportionInterval.WILSON);
        methods.put("wilson_cc", ProportionInterval.WILSON_CORRECTED);
        methods.put("jeffreys", ProportionInterval.JEFFREYS);
        methods.put("agresti_coull", ProportionInterval.AGRESTI_COULL);
        methods.put("wald", ProportionInterval.WALD);
        methods.put("mid_p", ProportionInterval.MID_P);
        int compared = 0;
        for (String set : SETS) {
            int x = (int) EXPECTED.number("single." + set + ".x");
            int n = (int) EXPECTED.number("single." + set + ".n");
            for (int level : new int[] {90, 95, 99}) {
                for (var method : methods.entrySet()) {
                    if (method.getValue() == ProportionInterval.WILSON_CORRECTED && 2 * x == n) {
                        continue; // the peer (prop.test) drops the correction where the proportion is one half
                    }
                    String path = "single." + set + ".ci" + level + "." + method.getKey();
                    Range range = method.getValue().of(x, n, level / 100.0);
                    close(range.low(), EXPECTED.numbers(path)[0], path);
                    close(range.high(), EXPECTED.numbers(path)[1], path);
                    compared++;
                }
            }
            double[] blaker = EXPECTED.numbers("single." + set + ".ci95.blaker_1e5");
            Range range = ProportionInterval.BLAKER.of(x, n, 0.95);
            assertThat(range.low()).as(set).isBetween(blaker[0] - 1e-9, blaker[0] + 1.01e-5);
            assertThat(range.high()).as(set).isBetween(blaker[1] - 1.01e-5, blaker[1] + 1e-9);
        }
        assertThat(compared).isEqualTo(207);
    }

    @Test
    void twoProportions() {
        TwoProportions kras = new TwoProportions(25, 57, 9, 52);
        String path = "kras_comparison.";
        close(kras.difference(), EXPECTED.number(path + "diff"), "difference");
        close(kras.newcombe(0.95).low(), EXPECTED.numbers(path + "newcombe95")[1], "Newcombe");
        close(kras.newcombe(0.95).high(), EXPECTED.numbers(path + "newcombe95")[2], "Newcombe");
        close(kras.miettinenNurminen(0.95).low(), EXPECTED.numbers(path + "miettinen_nurminen95")[1], "MN", 1e-7);
        close(kras.miettinenNurminen(0.95).high(), EXPECTED.numbers(path + "miettinen_nurminen95")[2], "MN", 1e-7);
        close(kras.chiSquared(false), EXPECTED.number(path + "chisq_pearson"), "Pearson");
        close(kras.chiSquared(true), EXPECTED.number(path + "chisq_yates"), "Yates");
        close(kras.oddsRatio(), EXPECTED.number(path + "sample_or"), "odds ratio");
        close(kras.logOddsRatioError(), EXPECTED.number(path + "log_or_se"), "its error");
        close(kras.riskRatio(), EXPECTED.number(path + "rr"), "risk ratio");
        FisherExact fisher = FisherExact.of(kras);
        close(fisher.p(), EXPECTED.number(path + "fisher_p"), "Fisher");
        close(fisher.oddsRatio(), ODDS_RATIO[0], "conditional odds ratio", 1e-8);
        close(fisher.interval(0.95).low(), ODDS_RATIO[1], "its limit", 1e-8);
        close(fisher.interval(0.95).high(), ODDS_RATIO[2], "its limit", 1e-8);
        assertThat(ODDS_RATIO[0]).isCloseTo(EXPECTED.number(path + "fisher_cond_or"), within(3e-4)); // R's search
    }

    @Test
    void limitsOfADifferenceAreTheDifferencesThatTheScoreTestJustKeeps() {
        for (int x1 = 0; x1 <= 6; x1++) {
            for (int x2 = 0; x2 <= 5; x2++) {
                TwoProportions table = new TwoProportions(x1, 6, x2, 5);
                Range range = table.miettinenNurminen(0.95);
                assertThat(range.low()).isLessThanOrEqualTo(table.difference()).isBetween(-1.0, 1.0);
                assertThat(range.high())
                        .isGreaterThanOrEqualTo(table.difference())
                        .isBetween(-1.0, 1.0);
                Range mirrored = new TwoProportions(x2, 5, x1, 6).miettinenNurminen(0.95);
                assertThat(mirrored.low()).isCloseTo(-range.high(), within(1e-9));
            }
        }
    }

    private static void close(double actual, double expected, String what) {
        close(actual, expected, what, 1e-10);
    }

    private static void close(double actual, double expected, String what, double relative) {
        assertThat(actual).as(what).isCloseTo(expected, within(relative * Math.max(Math.abs(expected), 1e-3)));
    }
}
