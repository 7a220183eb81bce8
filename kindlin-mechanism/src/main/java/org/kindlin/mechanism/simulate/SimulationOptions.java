package org.kindlin.mechanism.simulate;

import org.kindlin.numerics.ode.IntegrationMethod;

/**
 * What to simulate, and how well.
 *
 * @param start first time
 * @param end last time
 * @param steps how many equal intervals lie between them; values are given at their ends and at the start
 * @param absolute error that may be made in any value, whatever its size
 * @param relative error that may be made in any value, in proportion to it
 * @param seed of the order of events that nothing else orders
 * @param care how strictly steps are controlled, so that their errors add up to no more than is allowed
 */
public record SimulationOptions(
        double start, double end, int steps, double absolute, double relative, long seed, Care care) {

    /** How much smaller than the allowed error of a result the error of one step is kept. */
    public enum Care {
        /** Ten thousand times, relative from 1e-12 to 1e-8: also where errors of steps are multiplied later. */
        STRICT(1e-4, 1e-8),
        /** Ten times, by the stiff method throughout: enough for networks that come to rest, and several times faster. */
        QUICK(0.1, 1e-3);

        private final double share;
        private final double coarsest;

        Care(double share, double coarsest) {
            this.share = share;
            this.coarsest = coarsest;
        }
    }

    private static final double ROUNDING = 1e-12;
    private static final double FINEST_RELATIVE = 1e-12;

    public SimulationOptions {
        if (!(end >= start) || Double.isInfinite(start) || Double.isInfinite(end)) {
            throw new IllegalArgumentException("the end must be a time not before the start");
        }
        if (steps < 0 || !(absolute > 0) || !(relative > 0)) {
            throw new IllegalArgumentException("steps and errors must be positive");
        }
    }

    /** The same with strict care. */
    public SimulationOptions(double start, double end, int steps, double absolute, double relative, long seed) {
        this(start, end, steps, absolute, relative, seed, Care.STRICT);
    }

    /** The times at which values are given. */
    public double[] times() {
        double[] times = new double[steps + 1];
        for (int i = 0; i < times.length; i++) {
            times[i] = steps == 0 ? start : start + (end - start) * i / steps;
        }
        return times;
    }

    /** The time, or the time at which values are given where rounding alone keeps them apart. */
    double snapped(double time) {
        if (steps == 0 || !(end > start)) {
            return time;
        }
        double nearest = start + (end - start) * Math.rint((time - start) / (end - start) * steps) / steps;
        return Math.abs(time - nearest) <= ROUNDING * Math.max(1, Math.abs(time)) ? nearest : time;
    }

    /** Relative tolerance of a step. */
    public double stepRelative() {
        return Math.clamp(relative * care.share, FINEST_RELATIVE, care.coarsest);
    }

    /** Absolute tolerance of a step. */
    public double stepAbsolute() {
        return Math.max(absolute * care.share, Double.MIN_NORMAL);
    }

    /** The integrator: chosen as the problem proves to be, or the stiff one where a try of the other is time lost. */
    public IntegrationMethod method() {
        return care == Care.QUICK ? IntegrationMethod.STIFF : IntegrationMethod.AUTOMATIC;
    }
}
