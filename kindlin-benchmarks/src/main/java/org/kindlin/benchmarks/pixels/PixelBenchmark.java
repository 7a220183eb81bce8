package org.kindlin.benchmarks.pixels;

import ij.plugin.filter.BackgroundSubtracter;
import ij.plugin.filter.RankFilters;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.DoubleSupplier;
import org.kindlin.assays.blot.gel.Gel;
import org.kindlin.assays.blot.gel.GelProtocol;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.SampleDepth;
import org.kindlin.assays.image.Samples;
import org.kindlin.assays.image.tiff.TiffWriter;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.wound.WoundAssay;
import org.kindlin.assays.wound.WoundData;
import org.kindlin.assays.wound.WoundProtocol;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.image.RollingBall;

/**
 * Milliseconds of processor time on one thread, ImageJ and Kindlin in turn, median of the rounds after warm ones: rolling
 * ball of radius 50 on 2048 x 2048 pixels of 16 bits, densitometry of 12 lanes, one frame of a wound of 1408 x 1040 pixels.
 *
 * <p>{@code java -cp ... org.kindlin.benchmarks.pixels.PixelBenchmark [ROUNDS] [TASK]}.
 */
public final class PixelBenchmark {
    private static final double WARM_SECONDS = 5; // until all are compiled
    private static final int SIDE = 2048;
    private static final int RADIUS = 50;
    private static final int LANES = 12;
    private static final double NOISE = 20;
    private static final double STRONG_NOISE = 60;
    private static final SampleDepth DEPTH = new SampleDepth(16, SampleDepth.Kind.UNSIGNED);

    private record Contender(String name, DoubleSupplier work) {}

    private PixelBenchmark() {}

    public static void main(String[] arguments) {
        ij.Prefs.setThreads(1);
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        String task = arguments.length > 1 ? arguments[1] : "";
        if (task.isEmpty() || task.equals("ball")) {
            run("rolling ball 50, 2048 x 2048", rounds, balls());
        }
        if (task.isEmpty() || task.equals("lanes")) {
            run("12 lanes, 1024 x 640", rounds, densitometry());
        }
        if (task.isEmpty() || task.equals("wound")) {
            run("wound, 1408 x 1040", rounds, wounds(NOISE));
            run("wound, noisy", rounds, wounds(STRONG_NOISE));
        }
    }

    private static List<Contender> balls() {
        short[] samples = SimulatedPictures.gel(SIDE, SIDE, 8, 6, 40);
        float[] picture = new Samples.Shorts(samples).values();
        RollingBall ball = new RollingBall(RADIUS, 1);
        return List.of(
                new Contender("ImageJ, as it ships", () -> ballOfImageJ(samples, true)),
                new Contender("ImageJ, not smoothed", () -> ballOfImageJ(samples, false)),
                new Contender("Kindlin, as ImageJ shrinks", () -> mean(ball.quickBackground(picture, SIDE, SIDE))),
                new Contender("Kindlin, whole ball", () -> mean(ball.background(picture, SIDE, SIDE))));
    }

    private static double ballOfImageJ(short[] samples, boolean smoothed) {
        ImageProcessor picture = new ShortProcessor(SIDE, SIDE, samples.clone(), null);
        new BackgroundSubtracter().rollingBallBackground(picture, RADIUS, true, false, false, smoothed, false);
        double sum = 0;
        for (int i = 0; i < picture.getPixelCount(); i++) {
            sum += picture.getf(i);
        }
        return sum / picture.getPixelCount();
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** ImageJ is told where the lanes are, as its users tell it; it sums them and rolls a ball below the profiles. */
    private static List<Contender> densitometry() {
        int width = 1024;
        int height = 640;
        short[] samples = SimulatedPictures.gel(width, height, LANES, 6, 40);
        ImagePlane plane = new ImagePlane(width, height, new Samples.Shorts(samples));
        GelProtocol stated = GelProtocol.STANDARD.withLanes(OptionalInt.of(LANES));
        return List.of(
                new Contender("ImageJ, lanes given", () -> lanesOfImageJ(samples, width, height)),
                new Contender("Kindlin, lanes found", () -> bands(Gel.measure(plane, DEPTH, stated))));
    }

    private static double bands(Gel gel) {
        return gel.lanes().stream().mapToInt(lane -> lane.bands().size()).sum();
    }

    private static double lanesOfImageJ(short[] samples, int width, int height) {
        ImageProcessor picture = new ShortProcessor(width, height, samples.clone(), null);
        new BackgroundSubtracter().rollingBallBackground(picture, RADIUS, false, false, false, true, false);
        double pitch = width / (LANES + 1.0);
        double sum = 0;
        for (int lane = 1; lane <= LANES; lane++) {
            double[] profile = new double[height];
            int left = (int) Math.rint((lane - 0.4) * pitch);
            int right = (int) Math.rint((lane + 0.4) * pitch);
            for (int y = 0; y < height; y++) {
                for (int x = left; x < right; x++) {
                    profile[y] += picture.get(x, y);
                }
            }
            sum += ij.plugin.filter.MaximumFinder.findMaxima(profile, 20_000, false).length;
        }
        return sum;
    }

    /** ImageJ: edges, their variance over a disc, a threshold. Kindlin smooths frames whose noise hides cells and looks again. */
    private static List<Contender> wounds(double noise) {
        int width = 1408;
        int height = 1040;
        short[] samples = SimulatedPictures.scratch(width, height, noise);
        InputFile file = InputFile.of(new RawFile(
                "scratch.tif", TiffWriter.stack(width, height, List.of(samples), 0, 0, RawFile.SIMULATED_MARK)));
        WoundAssay assay = new WoundAssay();
        Faults faults = new Faults();
        WoundProtocol usual = assay.protocol(Settings.of(Map.of()).resolve(assay.keys(), faults), faults);
        WoundData data = assay.read(List.of(file), usual, faults);
        return List.of(
                new Contender("ImageJ, variance of edges", () -> woundOfImageJ(samples, width, height)),
                new Contender("Kindlin, pixels to result", () -> openPercent(assay.analyze(data, usual, 1))));
    }

    private static double woundOfImageJ(short[] samples, int width, int height) {
        ImageProcessor picture = new ShortProcessor(width, height, samples.clone(), null).convertToFloat();
        picture.findEdges();
        new RankFilters().rank(picture, 10, RankFilters.VARIANCE);
        float[] variance = (float[]) ((FloatProcessor) picture).getPixels();
        int open = 0;
        for (float value : variance) {
            open += value < 40_000 ? 1 : 0;
        }
        return 100.0 * open / variance.length;
    }

    private static double openPercent(AnalysisResult result) {
        return result.subjects().stream()
                .flatMap(subject -> subject.estimate("openPercent").stream())
                .map(Estimate::value)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static void run(String what, int rounds, List<Contender> contenders) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<double[]> times = new ArrayList<>();
        double[] answers = new double[contenders.size()];
        contenders.forEach(contender -> times.add(new double[rounds]));
        long warm = System.nanoTime() + Math.round(1e9 * WARM_SECONDS * contenders.size());
        while (System.nanoTime() < warm) {
            for (int i = 0; i < answers.length; i++) {
                answers[i] = contenders.get(i).work().getAsDouble();
            }
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                long start = threads.getCurrentThreadCpuTime();
                answers[i] = contenders.get(i).work().getAsDouble();
                times.get(i)[round] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
            }
        }
        for (int i = 0; i < contenders.size(); i++) {
            Arrays.sort(times.get(i));
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %-28s median %8.1f ms  fastest %8.1f ms  (answer %.4f)%n",
                    what,
                    contenders.get(i).name(),
                    times.get(i)[rounds / 2],
                    times.get(i)[0],
                    answers[i]);
        }
    }
}
