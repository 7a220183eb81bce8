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
    private static final double WIDE = 1.6;
    private static final double CROWDED = 1.3;
    private static final int SLICES = 24;
    private static final int LEAST_ROWS = 4; // of a slice
    private static final double SMOOTHING = 1.5;

    private final int width;
    private final int height;
    private final BandRelief relief;
    private final SlicedRelief slices;
    private final double[] energy;
    private final float[][] course;

    private LaneFinder(BlotSignal signal) {
        this.width = signal.width();
        this.height = signal.height();
        this.relief = BandRelief.of(signal);
        this.slices = SlicedRelief.of(relief, Math.clamp(relief.height() / LEAST_ROWS, 1, SLICES), width);
        this.energy = GaussianFilter.smooth(slices.energy(), BandRelief.smoothing(width));
        this.course = course(slices);
    }

    /** Slices of the picture along which lanes are followed. */
    private static float[][] course(SlicedRelief slices) {
        float[][] course = new float[slices.columns().length][];
        for (int s = 0; s < course.length; s++) {
            course[s] = GaussianFilter.smooth(slices.columns()[s], slices.columns()[s].length, 1, SMOOTHING, 0);
        }
        return course;
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

    /** Lanes from the left; none where no band stands out. */
    static List<Lane> find(BlotSignal signal, OptionalInt stated) {
        LaneFinder finder = new LaneFinder(signal);
        List<Lane> seen = finder.lanes();
        boolean isCrowded = stated.isPresent()
                && seen.size() < stated.getAsInt()
                && seen.stream().anyMatch(lane -> lane.width() > CROWDED * signal.width() / stated.getAsInt());
        return isCrowded ? finder.comb(stated.getAsInt()) : seen;
    }

    /**
     * So many lanes at an even pitch, for lanes that touch: where the relief at their middles most exceeds that between
     * them.
     */
    private List<Lane> comb(int count) {
        double best = Double.NEGATIVE_INFINITY;
        double pitch = 0;
        double first = 0;
        double widest = width / (count - 0.3);
        for (double p = 0.6 * widest; p <= widest; p += 0.1) {
            for (double o = 0.3 * p; o + (count - 1) * p < width - 0.3 * p; o += 0.5) {
                double score = score(count, p, o);
                if (score > best) {
                    best = score;
                    pitch = p;
                    first = o;
                }
            }
        }
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = (int) Math.max(0, Math.rint(first + (i - 0.42) * pitch));
            int to = (int) Math.min(width - 1.0, Math.rint(first + (i + 0.42) * pitch));
            Run run = new Run(from, to);
            lanes.add(new Lane(
                    i + 1, new double[] {run.middle()}, height, run.length(), 0.08 * pitch, new double[] {0, 0}));
        }
        return lanes;
    }

    private double score(int count, double pitch, double first) {
        double score = 0;
        for (int i = 0; i < count; i++) {
            score += at(first + i * pitch) - 0.5 * (at(first + (i - 0.5) * pitch) + at(first + (i + 0.5) * pitch));
        }
        return score;
    }

    /** The root evens out strong and weak lanes. */
    private double at(double x) {
        return Math.sqrt(energy[(int) Math.clamp(Math.rint(x), 0, energy.length - 1.0)]);
    }

    private List<Lane> lanes() {
        double ground = Descriptive.quantile(energy, 0.05);
        double top = Descriptive.quantile(energy, 0.97);
        if (!(top > ground) || !relief.standsOut()) {
            return List.of();
        }
        List<Run> runs = new ArrayList<>();
        for (Run run : above(ground + FOOT * (top - ground))) {
            runs.addAll(parted(run));
        }
        runs = withoutSlivers(runs, ground);
        runs = edged(runs, ground);
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            double left = i == 0 ? run.from() : (run.from() - runs.get(i - 1).to() - 1) / 2.0;
            double right = i == runs.size() - 1
                    ? width - 1.0 - run.to()
                    : (runs.get(i + 1).from() - run.to() - 1) / 2.0;
            double margin = Math.max(0, Math.min(MARGIN * run.length(), Math.min(left, right)));
            lanes.add(new Lane(i + 1, centre(run), height, run.length(), margin, new double[] {0, 0}));
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

    /** Parts a stretch at its deepest valley as long as that lies far below the lower of the tops beside it. */
    private List<Run> parted(Run run) {
        int valley = -1;
        double deepest = VALLEY;
        double[] before = new double[run.length()];
        double[] after = new double[run.length()];
        for (int i = 0; i < run.length(); i++) {
            before[i] = Math.max(i == 0 ? 0 : before[i - 1], energy[run.from() + i]);
            int j = run.length() - 1 - i;
            after[j] = Math.max(i == 0 ? 0 : after[j + 1], energy[run.from() + j]);
        }
        for (int i = 1; i < run.length() - 1; i++) {
            double ratio = energy[run.from() + i] / Math.min(before[i], after[i]);
            if (ratio < deepest) {
                deepest = ratio;
                valley = run.from() + i;
            }
        }
        if (valley < 0) {
            return List.of(run);
        }
        List<Run> parts = new ArrayList<>(parted(new Run(run.from(), valley - 1)));
        parts.addAll(parted(new Run(valley + 1, run.to())));
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

    /** The middle between the edges in slices of the picture that hold bands, as a straight or bent line. */
    private double[] centre(Run run) {
        int reach = (int) (WIDE * run.length() / 2);
        LineFit fit = new LineFit();
        double strongest = 0;
        for (int s = 0; s < course.length; s++) {
            double middle = run.middle() + slices.shift(s);
            int from = (int) Math.clamp(middle - reach, 0, width - 1.0);
            int to = (int) Math.clamp(middle + reach, 0, width - 1.0);
            strongest = Math.max(strongest, add(s, run, from, to, fit));
        }
        return fit.line(run.middle(), slices.lean(), strongest);
    }

    /** Adds the lane's middle in a slice, where its edges are seen; how much stands out there is returned. */
    private double add(int slice, Run run, int from, int to, LineFit fit) {
        float[] columns = course[slice];
        double[] nearby = new double[to - from + 1];
        for (int i = 0; i < nearby.length; i++) {
            nearby[i] = columns[from + i];
        }
        double high = Descriptive.quantile(nearby, 0.7);
        int left = from;
        int right = to;
        while (left < right && columns[left] < high / 2) {
            left++;
        }
        while (right > left && columns[right] < high / 2) {
            right--;
        }
        double length = right - left + 1.0;
        if (high > 0 && length > 0.7 * run.length() && length < 1.4 * run.length()) {
            fit.add(slices.t(slice), (left + right) / 2.0, high);
        }
        return high;
    }
}
