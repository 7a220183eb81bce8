package org.kindlin.assays.adhesion;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.statistics.Descriptive;

/** The course of an adhesion's intensity: over a mask that does not change, less the ground around it in the same frame. */
final class Turnover {
    private static final int RING_FROM = 3;
    private static final int RING_TO = 6;
    private static final int LONGEST_BESIDE = 40; // frames before and after it was seen that may still hold signal
    private static final double SEEN = 3;
    private static final int BESIDE = 10; // frames without it, which show what the ring leaves of the ground

    private Turnover() {}

    /**
     * One course.
     *
     * @param minutes of the frames in which it was seen
     * @param intensity above zero in each of them
     * @param wideMinutes of these frames, those left out for an intensity below zero, and some before and after
     * @param wideIntensity in each of those
     */
    record Course(double[] minutes, double[] intensity, double[] wideMinutes, double[] wideIntensity) {

        /** With every intensity multiplied by a factor of its time. */
        Course times(DoubleUnaryOperator factor) {
            return new Course(
                    minutes,
                    scaled(minutes, intensity, factor),
                    wideMinutes,
                    scaled(wideMinutes, wideIntensity, factor));
        }

        private static double[] scaled(double[] minutes, double[] intensity, DoubleUnaryOperator factor) {
            double[] scaled = intensity.clone();
            for (int k = 0; k < scaled.length; k++) {
                scaled[k] *= factor.applyAsDouble(minutes[k]);
            }
            return scaled;
        }
    }

    static Course course(AdhesionTrack track, List<ImagePlane> frames, double interval, BitSet spoilt) {
        ImagePlane size = frames.getFirst();
        int[] ring = ring(track.members(), size.width(), size.height());
        int from = Math.max(0, track.first() - LONGEST_BESIDE);
        int to = Math.min(frames.size() - 1, track.last() + LONGEST_BESIDE);
        double[] net = new double[frames.size()];
        double[] noise = new double[frames.size()];
        for (int t = from; t <= to; t++) {
            net[t] = net(frames.get(t), track.members(), ring, noise, t);
        }
        int start = track.first();
        int end = track.last();
        while (start > from && (spoilt.get(start - 1) || net[start - 1] > SEEN * noise[start - 1])) {
            start--;
        }
        while (end < to && (spoilt.get(end + 1) || net[end + 1] > SEEN * noise[end + 1])) {
            end++;
        }
        int[] seen = IntStream.rangeClosed(start, end)
                .filter(t -> !spoilt.get(t) && net[t] > 0)
                .toArray();
        int[] wide = IntStream.rangeClosed(Math.max(from, start - BESIDE), Math.min(to, end + BESIDE))
                .filter(t -> !spoilt.get(t))
                .toArray();
        return new Course(minutes(seen, interval), at(net, seen), minutes(wide, interval), at(net, wide));
    }

    private static double[] minutes(int[] frames, double interval) {
        return IntStream.of(frames).mapToDouble(t -> t * interval).toArray();
    }

    private static double[] at(double[] values, int[] places) {
        return IntStream.of(places).mapToDouble(i -> values[i]).toArray();
    }

    private static double net(ImagePlane frame, int[] members, int[] ring, double[] noise, int t) {
        double[] around = new double[ring.length];
        for (int i = 0; i < ring.length; i++) {
            around[i] = frame.samples().at(ring[i]);
        }
        double ground = ring.length == 0 ? 0 : Descriptive.median(around);
        double sum = 0;
        for (int i : members) {
            sum += frame.samples().at(i) - ground;
        }
        double scatter = ring.length < 2 ? 0 : Descriptive.standardDeviation(around);
        noise[t] = scatter * Math.sqrt(members.length * (1 + members.length / (double) Math.max(1, ring.length)));
        return sum;
    }

    /** The mask and so many pixels more on every side. */
    static int[] grown(int[] members, int width, int height, int margin) {
        Set<Integer> grown = new TreeSet<>();
        for (int i : members) {
            int x = i % width;
            int y = i / width;
            for (int row = Math.max(0, y - margin); row <= Math.min(height - 1, y + margin); row++) {
                for (int column = Math.max(0, x - margin); column <= Math.min(width - 1, x + margin); column++) {
                    grown.add(row * width + column);
                }
            }
        }
        return grown.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Pixels three to six away from the mask. */
    static int[] ring(int[] members, int width, int height) {
        Set<Integer> near = new HashSet<>();
        Set<Integer> far = new TreeSet<>();
        for (int i : members) {
            int x = i % width;
            int y = i / width;
            for (int dy = -RING_TO; dy <= RING_TO; dy++) {
                for (int dx = -RING_TO; dx <= RING_TO; dx++) {
                    boolean inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height;
                    if (inside) {
                        boolean close = Math.max(Math.abs(dx), Math.abs(dy)) <= RING_FROM;
                        (close ? near : far).add(i + dy * width + dx);
                    }
                }
            }
        }
        far.removeAll(near);
        return far.stream().mapToInt(Integer::intValue).toArray();
    }
}
