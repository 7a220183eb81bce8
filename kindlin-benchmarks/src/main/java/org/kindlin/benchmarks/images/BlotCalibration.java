package org.kindlin.benchmarks.images;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindlin.assays.blot.gel.Band;
import org.kindlin.assays.blot.gel.Gel;
import org.kindlin.assays.blot.gel.GelProtocol;
import org.kindlin.assays.blot.gel.MeasuredLane;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.SampleDepth;
import org.kindlin.assays.image.Samples;
import org.kindlin.lab.blot.BlotScene;
import org.kindlin.lab.optics.Camera;
import org.kindlin.numerics.random.RandomStream;

/**
 * Volumes of bands of known volume, class by class: bias, scatter, how often the interval of the picture's noise holds the true
 * volume, bands that were missed or made up, saturated bands that were given as numbers, and what is left without the bands
 * that are warned of as uneven. Run: {@code java -cp "$CP"
 * org.kindlin.benchmarks.images.BlotCalibration [blots of each class] [seed] [class]}.
 */
public final class BlotCalibration {
    private static final int LANES = 10;
    private static final int PITCH = 60;
    private static final int HEIGHT = 300;
    private static final double HALF_WIDTH = 20;
    private static final double NEAR = 4;

    /**
     * What differs between classes.
     *
     * @param lowest height of a band
     * @param highest height of a band
     * @param distance between the two bands of a pair in their widths; 0 for single bands
     * @param skew lower width over upper width
     */
    private record Kind(
            double bow,
            double lean,
            double tilt,
            double smile,
            BlotScene.Ground ground,
            double lowest,
            double highest,
            double distance,
            double skew,
            Camera camera) {}

    private BlotCalibration() {}

    public static void main(String[] args) {
        int blots = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        String only = args.length > 2 ? args[2] : "";
        System.out.println(
                "class             bands  missed  extra  no number  volume: bias %  +-    sd  largest  held %"
                        + "  weaker half: bias %   clipped  of them numbers  warned of"
                        + "  without those: bias %  largest");
        kinds().forEach((name, kind) -> {
            if (only.isEmpty() || only.equals(name)) {
                row(name, kind, blots, RandomStream.ofSeed(seed).child("blot calibration " + name));
            }
        });
    }

    private static Map<String, Kind> kinds() {
        Camera usual = new Camera(0.5, 100, 2.5, 16);
        Camera eight = new Camera(60, 4, 20, 8);
        BlotScene.Ground flat = new BlotScene.Ground(600, 200, 0);
        BlotScene.Ground dense = new BlotScene.Ground(4000, 3000, 0.15);
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kinds.put("plain", new Kind(0, 0, 0, 0, flat, 2000, 12_000, 0, 1, usual));
        kinds.put("smile", new Kind(0, 0, 0, 6, flat, 2000, 12_000, 0, 1, usual));
        kinds.put("frown", new Kind(0, 0, 0, -6, flat, 2000, 12_000, 0, 1, usual));
        kinds.put("tilt", new Kind(0, 0, 5, 0, flat, 2000, 12_000, 0, 1, usual));
        kinds.put("curved lanes", new Kind(14, 0, 0, 2, flat, 2000, 12_000, 0, 1, usual));
        kinds.put("leaning lanes", new Kind(0, 24, 2, 2, flat, 2000, 12_000, 0, 1, usual));
        kinds.put("weak", new Kind(0, 0, 0, 3, flat, 200, 1000, 0, 1, usual));
        kinds.put(
                "sloping ground", new Kind(0, 0, 0, 3, new BlotScene.Ground(4000, 8000, 0), 2000, 12_000, 0, 1, usual));
        kinds.put("smeared lanes", new Kind(0, 0, 0, 3, dense, 2000, 12_000, 0, 1, usual));
        kinds.put("pairs, 5 widths", new Kind(0, 0, 0, 2, flat, 2000, 12_000, 5, 1, usual));
        kinds.put("pairs, 4 widths", new Kind(0, 0, 0, 2, flat, 2000, 12_000, 4, 1, usual));
        kinds.put("pairs, 3 widths", new Kind(0, 0, 0, 2, flat, 2000, 12_000, 3, 1, usual));
        kinds.put("skewed", new Kind(0, 0, 0, 2, flat, 2000, 12_000, 0, 1.6, usual));
        kinds.put("8 bits", new Kind(0, 0, 0, 3, new BlotScene.Ground(8, 4, 0), 30, 200, 0, 1, eight));
        kinds.put("noise", new Kind(0, 0, 0, 3, flat, 2000, 12_000, 0, 1, new Camera(0.02, 100, 4, 16)));
        kinds.put("range of 60", new Kind(0, 0, 0, 3, flat, 800, 48_000, 0, 1, usual));
        kinds.put("saturated", new Kind(0, 0, 0, 3, flat, 20_000, 200_000, 0, 1, usual));
        kinds.put("full at 12 bits", new Kind(0, 0, 0, 3, flat, 1000, 10_000, 0, 1, new Camera(2, 100, 5, 12)));
        return kinds;
    }

    private static void row(String name, Kind kind, int blots, RandomStream random) {
        Row row = new Row();
        for (int i = 0; i < blots; i++) {
            RandomStream own = random.child(i);
            BlotScene scene = scene(kind, own);
            short[] samples = scene.photograph(kind.camera, own);
            SampleDepth depth = new SampleDepth(kind.camera.bits() <= 8 ? 8 : 16, SampleDepth.Kind.UNSIGNED);
            ImagePlane plane = new ImagePlane(scene.width(), scene.height(), new Samples.Shorts(samples));
            row.add(scene, kind, samples, Gel.measure(plane, depth, GelProtocol.STANDARD));
        }
        row.print(name);
    }

    private static BlotScene scene(Kind kind, RandomStream random) {
        List<BlotScene.Lane> lanes = new ArrayList<>();
        double pitch = PITCH + Math.abs(kind.bow) / LANES;
        for (int lane = 0; lane < LANES; lane++) {
            double centre = PITCH / 2.0 + pitch * (lane + 0.25) + Math.abs(kind.lean) / 2 + random.nextUniform(-2, 2);
            List<BlotScene.Band> bands = new ArrayList<>();
            for (double row : new double[] {70, 150, 230}) {
                double width = random.nextUniform(3.5, 6);
                double at = row + random.nextUniform(-8, 8);
                bands.add(band(kind, at, width, random));
                if (kind.distance > 0) {
                    bands.add(band(kind, at + kind.distance * width, width, random));
                }
            }
            lanes.add(new BlotScene.Lane(centre, HALF_WIDTH, bands));
        }
        int width = (int) (PITCH + pitch * LANES + Math.abs(kind.lean));
        return new BlotScene(width, HEIGHT, kind.bow, kind.lean, kind.tilt, kind.smile, kind.ground, lanes);
    }

    private static BlotScene.Band band(Kind kind, double row, double width, RandomStream random) {
        double height = kind.lowest * StrictMath.pow(kind.highest / kind.lowest, random.nextDouble());
        double skew = Math.sqrt(kind.skew);
        return new BlotScene.Band(row, height, width / skew, width * skew);
    }

    private static final class Row {
        private final List<Double> errors = new ArrayList<>();
        private final List<Double> weak = new ArrayList<>();
        private final List<Double> even = new ArrayList<>();
        private int missed;
        private int found;
        private int matched;
        private int limits;
        private int held;
        private int clipped;
        private int clippedNumbers;

        void add(BlotScene scene, Kind kind, short[] samples, Gel gel) {
            found += gel.lanes().stream().mapToInt(lane -> lane.bands().size()).sum();
            for (BlotScene.Lane lane : scene.lanes()) {
                for (BlotScene.Band band : lane.bands()) {
                    Band best = nearest(scene, lane, band, gel);
                    if (best == null) {
                        missed++;
                    } else {
                        matched++;
                        one(scene, kind, samples, lane, band, best);
                    }
                }
            }
        }

        private void one(
                BlotScene scene, Kind kind, short[] samples, BlotScene.Lane lane, BlotScene.Band band, Band measured) {
            boolean isClipped = clipped(scene, kind, samples, lane, band) >= Band.FEWEST_SATURATED;
            clipped += isClipped ? 1 : 0;
            clippedNumbers += isClipped && !measured.isSaturated() ? 1 : 0;
            if (measured.isSaturated()) {
                limits++;
                return;
            }
            double truth = BlotScene.volume(lane, band);
            double error = 100 * (measured.volume() - truth) / truth;
            errors.add(error);
            if (!measured.isUneven()) {
                even.add(error);
            }
            if (band.height() < Math.sqrt(kind.lowest * kind.highest)) {
                weak.add(error);
            }
            held += Math.abs(measured.volume() - truth) <= 1.96 * measured.volumeError() ? 1 : 0;
        }

        private static int clipped(
                BlotScene scene, Kind kind, short[] samples, BlotScene.Lane lane, BlotScene.Band band) {
            int most = (1 << kind.camera.bits()) - 1;
            int count = 0;
            for (int y = (int) band.row() - 12; y <= band.row() + 12; y++) {
                for (int x = (int) (lane.centre() - HALF_WIDTH); x <= lane.centre() + HALF_WIDTH; x++) {
                    count += (samples[y * scene.width() + x] & 0xFFFF) == most ? 1 : 0;
                }
            }
            return count;
        }

        private static @org.jspecify.annotations.Nullable Band nearest(
                BlotScene scene, BlotScene.Lane lane, BlotScene.Band band, Gel gel) {
            double t = band.row() / scene.height() - 0.5;
            double x = lane.centre() + scene.bow() * (1 - 4 * t * t) + scene.lean() * t;
            Band best = null;
            double least = NEAR;
            for (MeasuredLane measured : gel.lanes()) {
                if (Math.abs(measured.lane().centreAt(band.row()) - x) > PITCH / 3.0) {
                    continue;
                }
                for (Band one : measured.bands()) {
                    double away = Math.abs(one.position() - measured.lane().meanDrop() - band.row());
                    if (away < least) {
                        least = away;
                        best = one;
                    }
                }
            }
            return best;
        }

        void print(String name) {
            double mean = mean(errors);
            double squares =
                    errors.stream().mapToDouble(e -> (e - mean) * (e - mean)).sum();
            double deviation = Math.sqrt(squares / Math.max(1, errors.size() - 1));
            System.out.printf(
                    Locale.ROOT,
                    "%-16s %6d  %6d  %5d  %9d  %14.2f %4.2f %5.2f  %7.1f  %6.1f  %19.2f  %8d  %8d  %9d  %20.2f  %7.1f%n",
                    name,
                    matched + missed,
                    missed,
                    found - matched,
                    limits,
                    mean,
                    deviation / Math.sqrt(Math.max(1, errors.size())),
                    deviation,
                    errors.stream().mapToDouble(Math::abs).max().orElse(0),
                    100.0 * held / Math.max(1, errors.size()),
                    mean(weak),
                    clipped,
                    clippedNumbers,
                    errors.size() - even.size(),
                    mean(even),
                    even.stream().mapToDouble(Math::abs).max().orElse(0));
        }

        private static double mean(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        }
    }
}
