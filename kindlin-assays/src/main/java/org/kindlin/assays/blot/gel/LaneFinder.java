package org.kindlin.assays.blot.gel;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Finds the lanes of a picture: stretches of columns out of which bands stand, parted where the relief between two of them
 * falls far below both, and followed down the picture along their edges.
 */
final class LaneFinder {
    private static final double FOOT = 0.12;
    private static final double VALLEY = 0.6;
    private static final double EDGE = 0.6;
    private static final double MARGIN = 0.25;
    private static final double NARROWEST = 0.3;
    private static final double CROWDED = 1.3;
    private static final int SLICES = 24;
    private static final int LEAST_ROWS = 4; // of a slice
    private static final double SHARP = 1; // pixels
    private static final double EVEN = 0.5;
    private static final double DIP = 0.93; // of the lower top beside it: more than a lane's own unevenness

    private final int width;
    private final int height;
    private final BandRelief relief;
    private final SlicedRelief slices;
    private final double[] energy;
    private final LaneCourse course;

    private LaneFinder(BlotSignal signal, double smoothing) {
        this.width = signal.width();
        this.height = signal.height();
        this.relief = BandRelief.of(signal, smoothing);
        this.slices = SlicedRelief.of(relief, Math.clamp(relief.height() / LEAST_ROWS, 1, SLICES), width);
        this.energy = GaussianFilter.smooth(slices.energy(), smoothing);
        this.course = LaneCourse.of(slices);
    }

    /** A stretch of columns, both ends within it. */
    private record Run(int from, int to) {
        double middle() {
            return (from + to) / 2.0;
        }

        int length() {
            return to - from + 1;
        }
    }

    /**
     * Lanes from the left; none where no band stands out.
     *
     * @param seen how many stand out by themselves; others that touch were told apart by their number alone
     */
    record Found(List<Lane> lanes, int seen) {}

    /** The lanes of a picture, where their number is stated no fewer than that if they touch. */
    static Found find(BlotSignal signal, OptionalInt stated) {
        LaneFinder broad = new LaneFinder(signal, BandRelief.smoothing(signal.width()));
        List<Run> runs = broad.runs();
        if (!broad.hasDips(runs)) {
            return new Found(broad.lanes(runs), runs.size());
        }
        LaneFinder sharp = new LaneFinder(signal, SHARP);
        List<Run> more = sharp.runs();
        boolean isSharper = more.size() > runs.size() && isEven(more);
        List<Lane> seen = isSharper ? sharp.lanes(more) : broad.lanes(runs);
        boolean isCrowded = stated.isPresent()
                && seen.size() < stated.getAsInt()
                && seen.stream().anyMatch(lane -> lane.width() > CROWDED * signal.width() / stated.getAsInt());
        return new Found(isCrowded ? touching(broad, sharp, stated.getAsInt()) : seen, seen.size());
    }

    /** Lanes at an even pitch: the middle of the first, and how far one is from the next. */
    private record Comb(double first, double pitch) {}

    /** Where the relief at the middles of so many lanes most exceeds that between them, of all pitches between two. */
    private Comb comb(int count, double narrowest, double widest) {
        double best = Double.NEGATIVE_INFINITY;
        Comb comb = new Comb(0, narrowest);
        for (double p = narrowest; p <= widest; p += 0.1) {
            for (double o = 0.3 * p; o + (count - 1) * p < width - 0.3 * p; o += 0.5) {
                double score = score(count, p, o);
                if (score > best) {
                    best = score;
                    comb = new Comb(o, p);
                }
            }
        }
        return comb;
    }

    /** So many lanes that touch: their pitch by a sharp look, which tells narrow gaps; their place by a broad one, which dirt moves less. */
    private static List<Lane> touching(LaneFinder broad, LaneFinder sharp, int count) {
        double widest = broad.width / (count - 0.3);
        double pitch = sharp.comb(count, 0.6 * widest, widest).pitch;
        double first = broad.comb(count, pitch, pitch).first;
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = (int) Math.max(0, Math.rint(first + (i - 0.42) * pitch));
            int to = (int) Math.min(broad.width - 1.0, Math.rint(first + (i + 0.42) * pitch));
            Run run = new Run(from, to);
            lanes.add(new Lane(
                    i + 1, MiddleLine.upright(run.middle()), broad.height, run.length(), 0.08 * pitch, new double[] {
                        0, 0
                    }));
        }
        return lanes;
    }

    private double score(int count, double pitch, double first) {
        double middles = 0;
        double between = 0;
        for (int i = 0; i < count; i++) {
            middles += at(first + i * pitch);
            between += i == 0 ? 0 : at(first + (i - 0.5) * pitch);
        }
        return middles / count - between / Math.max(1, count - 1);
    }

    /** The root evens out strong and weak lanes. */
    private double at(double x) {
        return Math.sqrt(energy[(int) Math.clamp(Math.rint(x), 0, energy.length - 1.0)]);
    }

    /** Whether the relief falls between two tops of a lane by so much that these may be two lanes which smoothing has joined. */
    private boolean hasDips(List<Run> runs) {
        return runs.stream().anyMatch(run -> valley(run).ratio < DIP);
    }

    /** Whether stretches are about as long as each other, as lanes are and the parts of a ragged one are not. */
    private static boolean isEven(List<Run> runs) {
        double[] lengths = runs.stream().mapToDouble(Run::length).toArray();
        double typical = Descriptive.median(lengths);
        return java.util.Arrays.stream(lengths).allMatch(length -> length > EVEN * typical);
    }

    private List<Run> runs() {
        double ground = Descriptive.quantile(energy, 0.05);
        double top = Descriptive.quantile(energy, 0.97);
        if (!(top > ground) || !relief.standsOut()) {
            return List.of();
        }
        List<Run> runs = new ArrayList<>();
        for (Run run : above(ground + FOOT * (top - ground))) {
            runs.addAll(parted(run));
        }
        return edged(withoutSlivers(runs, ground), ground);
    }

    private List<Lane> lanes(List<Run> runs) {
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            double left = i == 0 ? run.from() : (run.from() - runs.get(i - 1).to() - 1) / 2.0;
            double right = i == runs.size() - 1
                    ? width - 1.0 - run.to()
                    : (runs.get(i + 1).from() - run.to() - 1) / 2.0;
            double margin = Math.max(0, Math.min(MARGIN * run.length(), Math.min(left, right)));
            lanes.add(new Lane(
                    i + 1,
                    course.centre(run.from(), run.to(), left, right),
                    height,
                    run.length(),
                    margin,
                    new double[] {0, 0}));
        }
        return lanes;
    }

    private List<Run> above(double threshold) {
        List<Run> runs = new ArrayList<>();
        int start = -1;
        for (int x = 0; x <= energy.length; x++) {
            boolean in = x < energy.length && energy[x] > threshold;
            if (in && start < 0) {
                start = x;
            } else if (!in && start >= 0) {
                runs.add(new Run(start, x - 1));
                start = -1;
            }
        }
        return runs;
    }

    /**
     * The lowest place between two tops.
     *
     * @param at its column; the first of the stretch where there is none
     * @param ratio of what is there to the lower of the tops beside it; 1 where there is none
     */
    private record Valley(int at, double ratio) {}

    private Valley valley(Run run) {
        Valley deepest = new Valley(run.from(), 1);
        double[] before = new double[run.length()];
        double[] after = new double[run.length()];
        for (int i = 0; i < run.length(); i++) {
            before[i] = Math.max(i == 0 ? 0 : before[i - 1], energy[run.from() + i]);
            int j = run.length() - 1 - i;
            after[j] = Math.max(i == 0 ? 0 : after[j + 1], energy[run.from() + j]);
        }
        for (int i = 1; i < run.length() - 1; i++) {
            double ratio = energy[run.from() + i] / Math.min(before[i], after[i]);
            if (ratio < deepest.ratio) {
                deepest = new Valley(run.from() + i, ratio);
            }
        }
        return deepest;
    }

    /** Parts a stretch at its deepest valley as long as that lies far below the lower of the tops beside it. */
    private List<Run> parted(Run run) {
        Valley valley = valley(run);
        if (!(valley.ratio < VALLEY)) {
            return List.of(run);
        }
        List<Run> parts = new ArrayList<>(parted(new Run(run.from(), valley.at - 1)));
        parts.addAll(parted(new Run(valley.at + 1, run.to())));
        return parts;
    }

    private List<Run> withoutSlivers(List<Run> runs, double ground) {
        double[] sizes = runs.stream().mapToDouble(run -> mass(run, ground)).toArray();
        if (sizes.length == 0) {
            return runs;
        }
        double[] lengths = runs.stream().mapToDouble(Run::length).toArray();
        double typical = weightedMedian(lengths, sizes);
        List<Run> kept = new ArrayList<>();
        for (Run run : runs) {
            if (run.length() >= NARROWEST * typical) {
                kept.add(run);
            }
        }
        return kept;
    }

    private double mass(Run run, double ground) {
        double mass = 0;
        for (int x = run.from(); x <= run.to(); x++) {
            mass += Math.max(0, energy[x] - ground);
        }
        return mass;
    }

    private static double weightedMedian(double[] values, double[] weights) {
        Integer[] order = new Integer[values.length];
        double total = 0;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            total += weights[i];
        }
        java.util.Arrays.sort(order, java.util.Comparator.comparingDouble(i -> values[i]));
        double sum = 0;
        for (int i : order) {
            sum += weights[i];
            if (sum >= total / 2) {
                return values[i];
            }
        }
        return values[order[order.length - 1]];
    }

    /** Edges where the relief, a sum of roots, has fallen to a good half of what the lane has at its middle. */
    private List<Run> edged(List<Run> runs, double ground) {
        List<Run> edged = new ArrayList<>();
        for (Run run : runs) {
            double[] inside = java.util.Arrays.copyOfRange(energy, run.from(), run.to() + 1);
            double half = ground + EDGE * (Descriptive.quantile(inside, 0.75) - ground);
            int from = run.from();
            int to = run.to();
            while (from < to && energy[from] < half) {
                from++;
            }
            while (to > from && energy[to] < half) {
                to--;
            }
            edged.add(new Run(from, to));
        }
        return edged;
    }
}
