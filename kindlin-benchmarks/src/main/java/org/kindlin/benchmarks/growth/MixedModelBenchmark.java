package org.kindlin.benchmarks.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kindlin.numerics.mixed.Criterion;
import org.kindlin.numerics.mixed.MixedData;
import org.kindlin.numerics.mixed.MixedFit;
import org.kindlin.numerics.mixed.MixedModel;
import org.kindlin.numerics.mixed.RandomStructure;
import org.kindlin.numerics.mixed.Subject;
import org.kindlin.numerics.random.RandomStream;

/**
 * Time of one REML fit, four arms with start and rate each, random start and rate, up to 15 visits of every animal: on common days and
 * on days of each animal's own, at growing numbers of animals. Run: {@code java -cp ...
 * org.kindlin.benchmarks.growth.MixedModelBenchmark [repeats]}; prints the median.
 */
public final class MixedModelBenchmark {
    private static final int[] ANIMALS = {50, 500, 5000, 50_000};
    private static final int VISITS = 15;

    private MixedModelBenchmark() {}

    public static void main(String[] args) {
        int repeats = args.length > 0 ? Integer.parseInt(args[0]) : 9;
        System.out.println("animals  days    ms  steps  converged");
        for (boolean common : new boolean[] {true, false}) {
            for (int animals : ANIMALS) {
                row(data(animals, common, RandomStream.ofSeed(1)), animals, common, repeats);
            }
        }
    }

    private static void row(MixedData data, int animals, boolean common, int repeats) {
        double[] milliseconds = new double[repeats];
        MixedFit fit = MixedModel.fit(data, RandomStructure.CORRELATED, Criterion.REML);
        for (int i = 0; i < repeats; i++) {
            long start = System.nanoTime();
            fit = MixedModel.fit(data, RandomStructure.CORRELATED, Criterion.REML);
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        System.out.printf(
                Locale.ROOT,
                "%7d  %-6s  %7.2f  %d  %b%n",
                animals,
                common ? "common" : "own",
                milliseconds[repeats / 2],
                fit.steps(),
                fit.hasConverged());
    }

    private static MixedData data(int animals, boolean common, RandomStream random) {
        List<Subject> subjects = new ArrayList<>();
        for (int a = 0; a < animals; a++) {
            int arm = a % 4;
            double start = 5 + 0.3 * random.nextGaussian();
            double rate = 0.1 - 0.02 * arm + 0.02 * random.nextGaussian();
            int visits = VISITS - random.nextInt(6);
            double[] y = new double[visits];
            double[][] x = new double[visits][8];
            double[][] z = new double[visits][];
            for (int i = 0; i < visits; i++) {
                double day = 3 * i + (common ? 0 : random.nextDouble());
                x[i][arm] = 1;
                x[i][4 + arm] = day;
                z[i] = new double[] {1, day};
                y[i] = start + rate * day + 0.2 * random.nextGaussian();
            }
            subjects.add(new Subject(y, x, z));
        }
        return new MixedData(subjects);
    }
}
