package org.kindlin.numerics.motion;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.numerics.random.RandomStream;

/** Simulated persistent walks, exact at any step. */
final class Walks {
    private Walks() {}

    static Trajectory one(PersistentWalk walk, int steps, double interval, RandomStream random) {
        int n = walk.dimensions();
        double p = walk.persistence();
        double s = walk.speed() / Math.sqrt(n);
        double e = Math.exp(-interval / p);
        // the joint normal of the velocity and the step, given the velocity before
        double vv = s * s * (1 - e * e);
        double xv = s * s * p * (1 - e) * (1 - e);
        double xx = s * s * p * p * (2 * interval / p - 3 + 4 * e - e * e);
        double[] time = new double[steps + 1];
        double[][] position = new double[steps + 1][n];
        double[] x = new double[n];
        double[] v = new double[n];
        for (int c = 0; c < n; c++) {
            v[c] = s * random.nextGaussian();
        }
        for (int k = 0; k <= steps; k++) {
            time[k] = k * interval;
            for (int c = 0; c < n; c++) {
                position[k][c] = x[c] + walk.localisation() * random.nextGaussian();
                double a = random.nextGaussian();
                double b = random.nextGaussian();
                double nextV = Math.sqrt(vv) * a;
                x[c] += p * (1 - e) * v[c] + xv / Math.sqrt(vv) * a + Math.sqrt(Math.max(0, xx - xv * xv / vv)) * b;
                v[c] = e * v[c] + nextV;
            }
        }
        return new Trajectory(time, position);
    }

    static List<Trajectory> many(
            PersistentWalk walk, double spread, int tracks, int steps, double dt, RandomStream random) {
        List<Trajectory> all = new ArrayList<>();
        for (int i = 0; i < tracks; i++) {
            RandomStream own = random.child(i);
            double speed = walk.speed() * Math.exp(spread * own.nextGaussian());
            PersistentWalk cell = new PersistentWalk(speed, walk.persistence(), walk.localisation(), walk.dimensions());
            all.add(one(cell, steps, dt, own));
        }
        return all;
    }
}
