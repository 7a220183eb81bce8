package org.kindlin.numerics.motion;

/**
 * The likelihood of one trajectory under a persistent random walk with errors of localisation, exact for any times, by the
 * filter of R. E. Kalman (J. Basic Eng. 82:35-45, 1960): position and velocity of a coordinate are its state.
 *
 * <p>The first position says nothing but where the track begins; the velocity begins in its stationary distribution. All
 * coordinates have the same variances, so these are followed once.
 */
final class WalkLikelihood {
    private static final double LOG_2_PI = StrictMath.log(2 * Math.PI);

    private WalkLikelihood() {}

    /** The log likelihood of the positions after the first. */
    static double of(Trajectory track, double speed, double persistence, double localisation) {
        int dimensions = track.dimensions();
        double velocity = speed * speed / dimensions;
        double error = localisation * localisation;
        double[] x = track.position()[0].clone();
        double[] v = new double[dimensions];
        double xx = error;
        double xv = 0;
        double vv = velocity;
        Step step = new Step(-1, persistence);
        double sum = 0;
        for (int k = 1; k < track.size(); k++) {
            double interval = track.time()[k] - track.time()[k - 1];
            if (interval != step.interval) {
                step = new Step(interval, persistence);
            }
            double reach = step.reach;
            double decay = step.decay;
            double nextXx = xx + 2 * reach * xv + reach * reach * vv + velocity * step.xx;
            double nextXv = decay * (xv + reach * vv) + velocity * step.xv;
            double nextVv = decay * decay * vv + velocity * step.vv;
            double seen = nextXx + error;
            double gainX = nextXx / seen;
            double gainV = nextXv / seen;
            sum += dimensions * (LOG_2_PI + StrictMath.log(seen));
            for (int c = 0; c < dimensions; c++) {
                double expected = x[c] + reach * v[c];
                double surprise = track.position()[k][c] - expected;
                sum += surprise * surprise / seen;
                x[c] = expected + gainX * surprise;
                v[c] = decay * v[c] + gainV * surprise;
            }
            xx = (1 - gainX) * nextXx;
            xv = (1 - gainX) * nextXv;
            vv = nextVv - gainV * nextXv;
        }
        return -0.5 * sum;
    }

    /** What one interval does to state and variances, per unit variance of the velocity. */
    private static final class Step {
        private static final double SMALL = 1e-3;

        final double interval;
        final double decay;
        final double reach;
        final double xx;
        final double xv;
        final double vv;

        Step(double interval, double persistence) {
            this.interval = interval;
            double u = interval / persistence;
            double lost = -StrictMath.expm1(-u);
            decay = 1 - lost;
            reach = persistence * lost;
            vv = lost * (2 - lost);
            xv = persistence * lost * lost;
            // 2u - 3 + 4 exp(-u) - exp(-2u) = 2u - 2 lost - lost^2
            double bend = u < SMALL ? u * u * u * (2.0 / 3 - u / 2) : 2 * (u - lost) - lost * lost;
            xx = persistence * persistence * bend;
        }
    }
}
