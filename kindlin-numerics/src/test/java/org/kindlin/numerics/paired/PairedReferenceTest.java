package org.kindlin.numerics.paired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.survival.Reference;
import org.kindlin.numerics.survival.Reference.Table;

/** Against R 4.2.2 (t.test, wilcox.test, lm) to 1e-10; p of the exact tests are exact. */
class PairedReferenceTest {
    private static final Reference EXPECTED = new Reference("paired/expected_paired.txt");

    private static double[] differences(String set) {
        Table table = new Table("paired/" + set + ".csv");
        double[] before = table.numbers("a");
        double[] after = table.numbers("b");
        return IntStream.range(0, before.length)
                .mapToDouble(i -> after[i] - before[i])
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sleep", "depression", "pfak_synthetic", "ties_zeros"})
    void testsOfDifferences(String set) {
        double[] d = differences(set);
        PairedT t = PairedT.of(d);
        close(t.mean(), EXPECTED.number(set + ".mean_diff"));
        close(t.sd(), EXPECTED.number(set + ".sd_diff"));
        close(t.t(), EXPECTED.number(set + ".t"));
        close(t.p(), EXPECTED.number(set + ".p_t"));
        close(t.low(0.95), EXPECTED.numbers(set + ".ci_t")[0]);
        close(t.high(0.95), EXPECTED.numbers(set + ".ci_t")[1]);
        SignedRank wilcoxon = SignedRank.of(d, SignedRank.Zeros.WILCOXON);
        close(wilcoxon.statistic(), EXPECTED.number(set + ".V"));
        close(wilcoxon.normal(true), EXPECTED.number(set + ".p_wilcoxon_normal_cc"));
        close(wilcoxon.normal(false), EXPECTED.number(set + ".p_wilcoxon_normal"));
        int rises = (int) Arrays.stream(d).filter(x -> x > 0).count();
        int falls = (int) Arrays.stream(d).filter(x -> x < 0).count();
        close(SignTest.p(rises, falls), EXPECTED.number(set + ".sign_p"));
        close(SignFlip.of(d, RandomStream.ofSeed(1)).p(), EXPECTED.number(set + ".signflip_exact_p_two_sided"));
        // with ties or zeros the peer searches for its estimate to about 1e-4
        double slack = EXPECTED.text(set + ".wilcox_method").contains("exact") ? 1e-12 : 1e-4;
        assertThat(wilcoxon.hodgesLehmann()).isCloseTo(EXPECTED.number(set + ".hodges_lehmann"), within(slack));
    }

    @ParameterizedTest
    @ValueSource(strings = {"depression", "pfak_synthetic"})
    void exactSignedRanks(String set) {
        SignedRank wilcoxon = SignedRank.of(differences(set), SignedRank.Zeros.WILCOXON);
        assertThat(wilcoxon.p()).isEqualTo(EXPECTED.number(set + ".p_wilcoxon_exact_or_asym"));
        close(wilcoxon.low(0.95), EXPECTED.numbers(set + ".hl_ci")[0]);
        close(wilcoxon.high(0.95), EXPECTED.numbers(set + ".hl_ci")[1]);
    }

    /** Conditional on the tied ranks: all 2^6 and 2^9 sign patterns counted by hand. */
    @Test
    void tiesAndZerosHaveAnExactPToo() {
        assertThat(SignedRank.of(differences("ties_zeros"), SignedRank.Zeros.WILCOXON)
                        .p())
                .isEqualTo(2.0 / 64);
        assertThat(SignedRank.of(differences("sleep"), SignedRank.Zeros.WILCOXON)
                        .p())
                .isEqualTo(2.0 / 512);
        double[] some = {1, -1, 2, 2, 3, 0, 0};
        assertThat(SignedRank.of(some, SignedRank.Zeros.WILCOXON).p()).isEqualTo(byCounting(some, false));
        assertThat(SignedRank.of(some, SignedRank.Zeros.PRATT).p()).isEqualTo(byCounting(some, true));
        assertThat(SignedRank.of(new double[] {0, 0}, SignedRank.Zeros.WILCOXON).p())
                .isEqualTo(1);
    }

    /** All sign patterns of the mid-ranks. */
    private static double byCounting(double[] d, boolean rankZeros) {
        double[] used = Arrays.stream(d).filter(x -> rankZeros || x != 0).toArray();
        double[] ranks = Arrays.stream(used)
                .map(x -> Arrays.stream(used)
                                .map(y -> Math.abs(y) < Math.abs(x) ? 1 : Math.abs(y) == Math.abs(x) ? 0.5 : 0)
                                .sum()
                        + 0.5)
                .toArray();
        double[] signed = IntStream.range(0, used.length)
                .filter(i -> used[i] != 0)
                .mapToDouble(i -> Math.signum(used[i]) * ranks[i])
                .toArray();
        double observed = Arrays.stream(signed).filter(r -> r > 0).sum();
        int lower = 0;
        int upper = 0;
        int patterns = 1 << signed.length;
        for (int pattern = 0; pattern < patterns; pattern++) {
            double sum = 0;
            for (int i = 0; i < signed.length; i++) {
                sum += (pattern >> i & 1) == 1 ? Math.abs(signed[i]) : 0;
            }
            lower += sum <= observed ? 1 : 0;
            upper += sum >= observed ? 1 : 0;
        }
        return Math.min(1, 2.0 * Math.min(lower, upper) / patterns);
    }

    @Test
    void groupsComparedOnPostOnChangeAndByCovariance() {
        Table table = new Table("paired/immune_two_arm_synthetic.csv");
        boolean[] group = new boolean[20];
        double[] pre = logs(table.numbers("pre"));
        double[] post = logs(table.numbers("post"));
        double[] change = new double[20];
        for (int i = 0; i < 20; i++) {
            group[i] = table.numbers("arm")[i] == 1;
            change[i] = post[i] - pre[i];
        }
        check("post", GroupEffect.unadjusted(group, post));
        check("change", GroupEffect.unadjusted(group, change));
        check("ancova", GroupEffect.adjusted(group, pre, post));
    }

    private static double[] logs(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    private static void check(String name, GroupEffect effect) {
        double[] expected = EXPECTED.numbers("ancova." + name + ".coef");
        close(effect.effect(), expected[0]);
        close(effect.standardError(), expected[1]);
        close(effect.t(), expected[2]);
        close(effect.p(), expected[3]);
        close(effect.sigma(), EXPECTED.number("ancova." + name + ".sigma"));
        close(effect.low(0.95), EXPECTED.numbers("ancova." + name + ".ci")[0]);
        close(effect.high(0.95), EXPECTED.numbers("ancova." + name + ".ci")[1]);
    }

    /** Without censoring the maximum likelihood estimates are the sample's; with it they are those of a direct search. */
    @Test
    void censoredNormal() {
        double[] values = {1.2, 0.7, 2.9, 1.1, 0.3, 2.2};
        CensoredNormal.Side[] exact = new CensoredNormal.Side[6];
        Arrays.fill(exact, CensoredNormal.Side.EXACT);
        CensoredNormal plain = CensoredNormal.of(values, exact).orElseThrow();
        close(plain.mean(), 1.4);
        close(plain.standardError(), plain.sd() / Math.sqrt(6));
        CensoredNormal.Side[] sides = exact.clone();
        sides[4] = CensoredNormal.Side.BELOW;
        sides[2] = CensoredNormal.Side.ABOVE;
        CensoredNormal censored = CensoredNormal.of(values, sides).orElseThrow();
        // scipy.optimize.minimize of the negative log-likelihood, Nelder-Mead to 1e-13; se from its numerical Hessian
        assertThat(censored.mean()).isCloseTo(CENSORED_MEAN, within(1e-6));
        assertThat(censored.sd()).isCloseTo(CENSORED_SD, within(1e-6));
        assertThat(censored.standardError()).isCloseTo(CENSORED_SE, within(1e-4));
    }

    private static final double CENSORED_MEAN = 1.385985335;
    private static final double CENSORED_SD = 1.267045857;
    private static final double CENSORED_SE = 0.535168;

    static void close(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-10 * Math.max(Math.abs(expected), 1e-3)));
    }
}
