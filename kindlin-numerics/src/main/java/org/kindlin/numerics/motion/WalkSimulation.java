package org.kindlin.numerics.motion;

import org.kindlin.numerics.random.RandomStream;

/** Draws persistent random walks as they are seen: exact at any interval, not by small steps. */
public final class WalkSimulation {
    private WalkSimulation() {}

    /**
     * A track that begins at the origin, its velocity in the stationary distribution.
     *
     * @param steps number of steps; there is one position more
     * @param interval between positions
     */
    public static Trajectory of(PersistentWalk walk, int steps, double interval, RandomStream random) {
        double p = walk.persistence();
        double sd = walk.speed() / Math.sqrt(walk.dimensions());
        double lost = -StrictMath.expm1(-interval / p);
        double decay = 1 - lost;
        // Variances of velocity and place after the interval, given the velocity before, and their covariance.
        double vv = sd * sd * lost * (2 - lost);
        double xv = sd * sd * p * lost * lost;
        double xx = sd * sd * p * p * (2 * (interval / p - lost) - lost * lost);
        double rest = Math.sqrt(Math.max(0, xx - xv * xv / vv));
        double[] time = new double[steps + 1];
        double[][] position = new double[steps + 1][walk.dimensions()];
        for (int c = 0; c < walk.dimensions(); c++) {
            double x = 0;
            double v = sd * random.nextGaussian();
            for (int k = 0; k <= steps; k++) {
                time[k] = k * interval;
                position[k][c] = x + walk.localisation() * random.nextGaussian();
                double a = random.nextGaussian();
                x += p * lost * v + xv / Math.sqrt(vv) * a + rest * random.nextGaussian();
                v = decay * v + Math.sqrt(vv) * a;
            }
        }
        return new Trajectory(time, position);
    }
}
