package org.kindlin.numerics.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Maximum likelihood for a persistent random walk over many tracks.
 *
 * <p>The likelihood is that of one walk common to all tracks, so the estimate depends on the positions through their average
 * second moments alone: where cells differ in speed, or move by other than normal steps, it is still consistent for the mean
 * squared displacement of all cells. What cells differ by is in the intervals, which from some tracks on are those of the
 * sandwich {@code H^-1 B H^-1}, with H the curvature and B the sum of squared scores of tracks (H. White, Econometrica
 * 50:1-25, 1982). {@link #speedSpread} tells by how much the speeds of cells differ.
 */
public final class WalkRegression {
    /** Fewest tracks from which the scatter of scores between them is believed. */
    private static final int TELLING_TRACKS = 20;

    private static final int PARAMETERS = 3;
    private static final double[] PERSISTENCE_STARTS = {1, 5};
    private static final int MOST_FOR_STARTS = 50;

    private static final double FIRST_SPREAD = 0.2;
    private static final double LEAST_SPREAD = 0.01;
    private static final double MOST_SPREAD = 1.5;

    private final List<Trajectory> tracks;
    private final double[] low = new double[PARAMETERS];
    private final double[] high = new double[PARAMETERS];

    private WalkRegression(List<Trajectory> tracks) {
        this.tracks = tracks;
        double step = MeanSquaredDisplacement.commonStep(tracks);
        double longest = tracks.stream().mapToDouble(Trajectory::duration).max().orElseThrow();
        double stepLength = rootMeanSquareStep();
        double rate = stepLength / step;
        limit(0, 1e-3 * rate, 1e3 * rate);
        limit(1, step / 20, 20 * longest);
        limit(2, 1e-4 * stepLength, 2 * stepLength);
    }

    /** The fit of tracks of three positions and more; at least one, of which one moves. */
    public static PersistentWalkFit fit(List<Trajectory> tracks) {
        WalkRegression regression = new WalkRegression(tracks);
        return regression.fit();
    }

    private void limit(int parameter, double lowest, double highest) {
        low[parameter] = StrictMath.log(lowest);
        high[parameter] = StrictMath.log(highest);
    }

    private double rootMeanSquareStep() {
        double sum = 0;
        int steps = 0;
        for (Trajectory track : tracks) {
            for (int k = 1; k < track.size(); k++) {
                double d = Trajectory.distance(track.position()[k - 1], track.position()[k]);
                sum += d * d;
                steps++;
            }
        }
        return Math.sqrt(sum / steps);
    }

    private PersistentWalkFit fit() {
        double step = MeanSquaredDisplacement.commonStep(tracks);
        double length = rootMeanSquareStep();
        List<Trajectory> few = everyFew();
        double[] best = Arrays.stream(PERSISTENCE_STARTS)
                .mapToObj(persistence -> new double[] {
                    StrictMath.log(length / step), StrictMath.log(persistence * step), StrictMath.log(0.2 * length)
                })
                .map(start -> new SmoothMaximum(theta -> pooled(few, theta), low, high, new boolean[PARAMETERS])
                        .climb(start)
                        .at())
                .max(Comparator.comparingDouble(theta -> pooled(tracks, theta)))
                .orElseThrow();
        return result(
                new SmoothMaximum(theta -> pooled(tracks, theta), low, high, new boolean[PARAMETERS]).climb(best));
    }

    /** Some of the tracks, evenly from all: enough to find the neighbourhood of the optimum. */
    private List<Trajectory> everyFew() {
        int each = Math.ceilDiv(tracks.size(), MOST_FOR_STARTS);
        List<Trajectory> few = new ArrayList<>();
        for (int i = 0; i < tracks.size(); i += each) {
            few.add(tracks.get(i));
        }
        return few;
    }

    private static double pooled(List<Trajectory> tracks, double[] theta) {
        double sum = 0;
        for (Trajectory track : tracks) {
            sum += ofTrack(track, theta);
        }
        return sum;
    }

    private static double ofTrack(Trajectory track, double[] theta) {
        return WalkLikelihood.of(track, StrictMath.exp(theta[0]), StrictMath.exp(theta[1]), StrictMath.exp(theta[2]));
    }

    /**
     * How much the speeds of cells differ: the standard deviation of their logarithms, of a log-normal random effect on the
     * speed of a walk whose persistence and localisation are those of the fit (Gauss-Hermite quadrature).
     */
    public static double speedSpread(List<Trajectory> tracks, PersistentWalk walk) {
        if (tracks.size() < 2) {
            return 0;
        }
        double speed = StrictMath.log(walk.speed());
        double[] low = {speed - 3, StrictMath.log(LEAST_SPREAD)};
        double[] high = {speed + 3, StrictMath.log(MOST_SPREAD)};
        SmoothMaximum best = new SmoothMaximum(
                        theta -> tracks.stream()
                                .mapToDouble(track -> mixed(track, theta, walk))
                                .sum(),
                        low,
                        high,
                        new boolean[2])
                .climb(new double[] {speed, StrictMath.log(FIRST_SPREAD)});
        return StrictMath.exp(best.at()[1]);
    }

    private static double mixed(Trajectory track, double[] theta, PersistentWalk walk) {
        double spread = StrictMath.exp(theta[1]);
        double[] log = new double[GaussHermite.NODES];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < log.length; i++) {
            double speed = StrictMath.exp(theta[0] + spread * GaussHermite.node(i));
            log[i] = WalkLikelihood.of(track, speed, walk.persistence(), walk.localisation())
                    + GaussHermite.logWeight(i);
            most = Math.max(most, log[i]);
        }
        double sum = 0;
        for (double one : log) {
            sum += StrictMath.exp(one - most);
        }
        return most + StrictMath.log(sum);
    }

    private PersistentWalkFit result(SmoothMaximum best) {
        double[] theta = best.at();
        boolean[] held = best.held();
        double[][] covariance = best.inverseCurvature();
        if (tracks.size() >= TELLING_TRACKS) {
            covariance = sandwich(covariance, scores(theta, held));
        }
        PersistentWalk walk = new PersistentWalk(
                StrictMath.exp(theta[0]),
                StrictMath.exp(theta[1]),
                StrictMath.exp(theta[2]),
                tracks.getFirst().dimensions());
        int steps = tracks.stream().mapToInt(track -> track.size() - 1).sum();
        return new PersistentWalkFit(walk, covariance, held, best.value(), tracks.size(), steps, best.settled());
    }

    /** The sum of products of the scores of tracks. */
    private double[][] scores(double[] theta, boolean[] held) {
        double[][] sum = new double[PARAMETERS][PARAMETERS];
        for (Trajectory track : tracks) {
            double[] score = new double[PARAMETERS];
            for (int p = 0; p < PARAMETERS; p++) {
                if (!held[p]) {
                    score[p] = SmoothMaximum.slope(at -> ofTrack(track, at), theta, p);
                }
            }
            for (int i = 0; i < PARAMETERS; i++) {
                for (int j = 0; j < PARAMETERS; j++) {
                    sum[i][j] += score[i] * score[j];
                }
            }
        }
        return sum;
    }

    private static double[][] sandwich(double[][] bread, double[][] filling) {
        return product(product(bread, filling), bread);
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                int row = i;
                int column = j;
                product[i][j] = IntStream.range(0, a.length)
                        .mapToDouble(k -> a[row][k] * b[k][column])
                        .sum();
            }
        }
        return product;
    }

    /** The tracks that a fit can use. */
    public static List<Trajectory> usable(List<Trajectory> all) {
        return all.stream()
                .filter(track -> track.size() >= 3 && track.pathLength() > 0)
                .filter(track -> Arrays.stream(track.time()).allMatch(Double::isFinite))
                .toList();
    }
}
