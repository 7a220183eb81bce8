package org.kindlin.benchmarks.survival;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.kindlin.numerics.hazard.CoxData;
import org.kindlin.numerics.hazard.CoxOutcome;
import org.kindlin.numerics.hazard.CoxRegression;
import org.kindlin.numerics.hazard.Ties;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.survival.ComparedArms;
import org.kindlin.numerics.survival.KaplanMeier;
import org.kindlin.numerics.survival.LogRankPermutation;
import org.kindlin.numerics.survival.SurvivalSample;

/**
 * Seconds of processor time and of the clock, medians of five after two warm runs, one thread: Kaplan-Meier of distinct times, Cox with five covariates (Efron),
 * 10,000 log-rank permutations of 40 subjects; at 10,000, 100,000 and 1,000,000 rows.
 *
 * <p>{@code java -cp ... org.kindlin.benchmarks.survival.SurvivalSpeed}. The peer is R's survival package on the same core
 * ({@code survfit}, {@code coxph}, a loop over {@code survdiff}).
 */
public final class SurvivalSpeed {
    private static final int WARM = 2;
    private static final int RUNS = 5;

    private SurvivalSpeed() {}

    public static void main(String[] arguments) {
        for (int n : new int[] {10_000, 100_000, 1_000_000}) {
            RandomStream random = RandomStream.ofSeed(n);
            double[][] x = new double[5][n];
            double[] time = new double[n];
            boolean[] event = new boolean[n];
            for (int i = 0; i < n; i++) {
                double eta = 0;
                for (int j = 0; j < x.length; j++) {
                    x[j][i] = random.nextGaussian();
                    eta += 0.1 * (j + 1) * x[j][i];
                }
                double death = random.nextExponential() * StrictMath.exp(-eta);
                double loss = 1.5 * random.nextExponential();
                time[i] = Math.min(death, loss);
                event[i] = death <= loss;
            }
            SurvivalSample sample = SurvivalSample.of(time, event);
            report("Kaplan-Meier", n, () -> KaplanMeier.of(sample).at(0.5));
            report("Cox, 5 covariates, Efron", n, () -> switch (CoxRegression.fit(CoxData.of(sample, x), Ties.EFRON)) {
                case CoxOutcome.Fitted(var fit) -> fit.coefficients()[0];
                default -> Double.NaN;
            });
        }
        permutations();
    }

    private static void permutations() {
        int n = 40;
        RandomStream random = RandomStream.ofSeed(1);
        double[] time = new double[n];
        boolean[] event = new boolean[n];
        int[] arm = new int[n];
        for (int i = 0; i < n; i++) {
            time[i] = random.nextExponential();
            event[i] = random.nextDouble() < 0.8;
            arm[i] = i % 2;
        }
        ComparedArms arms = ComparedArms.of(SurvivalSample.of(time, event), arm, 2);
        report(
                "10,000 log-rank permutations",
                n,
                () -> LogRankPermutation.test(arms, 10_000, RandomStream.ofSeed(2))
                        .p());
    }

    private static void report(String what, int n, Supplier<Double> work) {
        double[] seconds = new double[RUNS];
        double[] processor = new double[RUNS];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double answer = 0;
        for (int run = -WARM; run < RUNS; run++) {
            long start = System.nanoTime();
            long busy = threads.getCurrentThreadCpuTime();
            answer = work.get();
            if (run >= 0) {
                seconds[run] = (System.nanoTime() - start) / 1e9;
                processor[run] = (threads.getCurrentThreadCpuTime() - busy) / 1e9;
            }
        }
        Arrays.sort(seconds);
        Arrays.sort(processor);
        System.out.printf(
                Locale.ROOT,
                "%-30s n %9d  processor %.4f s  clock %.4f s  (answer %.6f)%n",
                what,
                n,
                processor[RUNS / 2],
                seconds[RUNS / 2],
                answer);
    }
}
