package org.kindlin.numerics.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mean squared displacement over time lag, of all pairs of positions of each track, tracks pooled.
 *
 * @param lag time between two positions: multiples of the common step
 * @param mean of squared displacements, every pair alike
 * @param standardError from the scatter between tracks; NaN with fewer than two
 * @param pairs number of pairs
 */
public record MeanSquaredDisplacement(double[] lag, double[] mean, double[] standardError, int[] pairs) {
    private static final double SAME_LAG = 0.01;

    /**
     * The displacements of tracks on the grid of their most common step.
     *
     * @param mostLags the most that are computed; longer ones have few pairs
     */
    public static MeanSquaredDisplacement of(List<Trajectory> tracks, int mostLags) {
        double step = commonStep(tracks);
        List<double[]> rows = new ArrayList<>();
        for (int k = 1; k <= mostLags; k++) {
            double[] row = at(tracks, k, step);
            if (row[2] > 0) {
                rows.add(row);
            }
        }
        return new MeanSquaredDisplacement(
                rows.stream().mapToDouble(row -> row[3]).toArray(),
                rows.stream().mapToDouble(row -> row[0]).toArray(),
                rows.stream().mapToDouble(row -> row[1]).toArray(),
                rows.stream().mapToInt(row -> (int) row[2]).toArray());
    }

    /** The median time between neighbouring positions; NaN where no track has two. */
    public static double commonStep(List<Trajectory> tracks) {
        double[] steps = tracks.stream()
                .flatMapToDouble(track ->
                        IntStream.range(1, track.size()).mapToDouble(i -> track.time()[i] - track.time()[i - 1]))
                .sorted()
                .toArray();
        return steps.length == 0 ? Double.NaN : steps[steps.length / 2];
    }

    /** Mean, standard error, pairs and lag at a multiple of the step. */
    private static double[] at(List<Trajectory> tracks, int multiple, double step) {
        double lag = multiple * step;
        List<double[]> sums = new ArrayList<>();
        for (Trajectory track : tracks) {
            double[] sum = sum(track, multiple, lag, SAME_LAG * step);
            if (sum[1] > 0) {
                sums.add(sum);
            }
        }
        double pairs = sums.stream().mapToDouble(sum -> sum[1]).sum();
        double mean = sums.stream().mapToDouble(sum -> sum[0]).sum() / pairs;
        double squares = sums.stream()
                .mapToDouble(sum -> (sum[0] - mean * sum[1]) * (sum[0] - mean * sum[1]))
                .sum();
        double n = sums.size();
        double error = n > 1 ? Math.sqrt(squares * n / (n - 1)) / pairs : Double.NaN;
        return new double[] {mean, error, pairs, lag};
    }

    /** Sum of squared displacements of a track over the lag, and number of pairs; gaps leave pairs out. */
    private static double[] sum(Trajectory track, int multiple, double lag, double tolerance) {
        double[] time = track.time();
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < time.length; i++) {
            int from = Math.min(time.length, i + 1);
            int to = Math.min(time.length, i + multiple + 1);
            int j = Arrays.binarySearch(time, from, to, time[i] + lag);
            int near = j >= 0 ? j : nearest(time, -j - 1, from, to, time[i] + lag);
            if (near >= 0 && Math.abs(time[near] - time[i] - lag) <= tolerance) {
                double d = Trajectory.distance(track.position()[i], track.position()[near]);
                sum += d * d;
                pairs++;
            }
        }
        return new double[] {sum, pairs};
    }

    private static int nearest(double[] time, int insertion, int from, int to, double sought) {
        int below = insertion - 1;
        if (insertion >= to) {
            return below >= from ? below : -1;
        }
        return below >= from && sought - time[below] < time[insertion] - sought ? below : insertion;
    }
}
