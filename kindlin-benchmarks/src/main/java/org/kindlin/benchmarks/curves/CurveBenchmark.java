package org.kindlin.benchmarks.curves;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.kindlin.numerics.sigmoid.BatchIntervals;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.ProfileInterval;
import org.kindlin.numerics.sigmoid.ProfileLikelihood;
import org.kindlin.numerics.sigmoid.SigmoidBatch;
import org.kindlin.numerics.sigmoid.SigmoidData;
import org.kindlin.numerics.sigmoid.SigmoidFit;
import org.kindlin.numerics.sigmoid.SigmoidRegression;
import org.kindlin.numerics.sigmoid.SigmoidSpec;

/**
 * Four-parameter fits per second of CPU on one thread: Kindlin, SciPy's curve_fit and a batch kernel in C in turn
 * on the same curves, the median of the rounds, with the answers compared. The commands are in this module's README.
 *
 * <p>Arguments: the SciPy script and the compiled kernel. Curves: 10 half-log doses x 3, simulated.
 */
public final class CurveBenchmark {
    private static final int ROUNDS = 7;
    private static final int SCIPY_CURVES = 300;
    private static final int KERNEL_CURVES = 8_000;
    private static final int BATCH = 20_000;
    private static final int SINGLE = 4_000;
    private static final int WARM_UP = 60;
    private static final double LEVEL = 0.95;

    private CurveBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = System.out;
        var scipy = new CurvePeer("SciPy", List.of("python3", arguments[0]));
        var kernel = new CurvePeer("C kernel", List.of(arguments[1]));
        double[][] curves = SimulatedCurves.wellDetermined(BATCH, 1);
        SigmoidBatch batch = SigmoidBatch.of(SimulatedCurves.logDoses());
        warmUp(batch, curves);
        List<double[]> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double peer = scipy.secondsPerCurve(Arrays.copyOf(curves, SCIPY_CURVES), batch, out);
            double inC = kernel.secondsPerCurve(Arrays.copyOf(curves, KERNEL_CURVES), batch, out);
            double together = cpuSeconds(curves, batch::fit) / BATCH;
            double limits = cpuSeconds(curves, c -> batch.fitWithIntervals(c, LEVEL)) / BATCH;
            double single = cpuSeconds(Arrays.copyOf(curves, SINGLE), CurveBenchmark::fitEach) / SINGLE;
            double interval = cpuSeconds(Arrays.copyOf(curves, SINGLE), CurveBenchmark::intervalEach) / SINGLE;
            rounds.add(new double[] {peer, inC, together, limits, single, interval});
        }
        String[] names = {
            "SciPy curve_fit",
            "C kernel, one start",
            "Kindlin batch",
            "Kindlin batch + profile interval",
            "Kindlin single fit",
            "Kindlin fit + profile interval"
        };
        double peer = median(rounds, 0);
        for (int i = 0; i < names.length; i++) {
            double seconds = median(rounds, i);
            out.printf(
                    Locale.ROOT,
                    "%-34s %10.2f us/curve %12.0f curves/s/core %8.1f x SciPy%n",
                    names[i],
                    seconds * 1e6,
                    1 / seconds,
                    peer / seconds);
        }
        compareLimits(batch, Arrays.copyOf(curves, SINGLE), out);
        growth("batch", batch::fit, out);
        growth("batch + interval", c -> batch.fitWithIntervals(c, LEVEL), out);
    }

    /** The farthest that a limit of the batch is from that of the single fit, in decades. */
    private static void compareLimits(SigmoidBatch batch, double[][] curves, PrintStream out) {
        BatchIntervals together = batch.fitWithIntervals(curves, LEVEL);
        double farthest = 0;
        for (int i = 0; i < curves.length; i++) {
            ProfileInterval alone = interval(curves[i]);
            farthest = Math.max(farthest, distance(together.low()[i], alone.low()));
            farthest = Math.max(farthest, distance(together.high()[i], alone.high()));
        }
        out.printf(Locale.ROOT, "limits of batch and single fits: at most %.1e decades apart%n", farthest);
    }

    private static double distance(double first, double second) {
        return first == second ? 0 : Math.abs(first - second);
    }

    private static void growth(String name, Function<double[][], ?> work, PrintStream out) {
        for (int count : new int[] {2_000, 20_000, 200_000}) {
            double[][] curves = SimulatedCurves.wellDetermined(count, 2);
            double[] seconds = new double[5];
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] = cpuSeconds(curves, work);
            }
            Arrays.sort(seconds);
            out.printf(Locale.ROOT, "%s of %7d curves: %.3f us/curve%n", name, count, seconds[2] / count * 1e6);
        }
    }

    private static void warmUp(SigmoidBatch batch, double[][] curves) {
        for (int i = 0; i < 15; i++) {
            batch.fit(curves);
            batch.fitWithIntervals(curves, LEVEL);
        }
        for (int i = 0; i < WARM_UP; i++) {
            fitEach(Arrays.copyOf(curves, SINGLE));
            intervalEach(Arrays.copyOf(curves, SINGLE));
        }
    }

    private static SigmoidFit fit(double[] response) {
        var data = SigmoidData.ofLogDoses(SimulatedCurves.logDoses(), response);
        return SigmoidRegression.fit(data, SigmoidSpec.fourParameter()).fit().orElseThrow();
    }

    private static double fitEach(double[][] curves) {
        double sum = 0;
        for (double[] response : curves) {
            sum += fit(response).rss();
        }
        return sum;
    }

    private static double intervalEach(double[][] curves) {
        double sum = 0;
        for (double[] response : curves) {
            sum += interval(response).low();
        }
        return sum;
    }

    private static ProfileInterval interval(double[] response) {
        return ProfileLikelihood.interval(fit(response), Parameter.LOG_IC50, LEVEL)
                .orElseThrow();
    }

    /** CPU seconds of this thread, which other load on the machine does not lengthen much. */
    private static double cpuSeconds(double[][] curves, Function<double[][], ?> work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        Object result = work.apply(curves);
        long end = threads.getCurrentThreadCpuTime();
        if (result.hashCode() == 42) {
            throw new AssertionError("keeps the work from being optimised away");
        }
        return (end - start) / 1e9;
    }

    private static double median(List<double[]> rounds, int column) {
        ToDoubleFunction<double[]> cell = row -> row[column];
        double[] sorted = rounds.stream().mapToDouble(cell).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
