package org.kindlin.mechanism.simulate;

/**
 * What to simulate, and how well.
 *
 * @param start first time
 * @param end last time
 * @param steps how many equal intervals lie between them; values are given at their ends and at the start
 * @param absolute error that may be made in any value, whatever its size
 * @param relative error that may be made in any value, in proportion to it
 * @param seed of the order of events that nothing else orders
 */
public record SimulationOptions(double start, double end, int steps, double absolute, double relative, long seed) {
    /** Steps are controlled this much more strictly than results, because the errors of many steps add up. */
    private static final double STRICTER = 1e-4;

    private static final double ROUNDING = 1e-12;
    private static final double FINEST_RELATIVE = 1e-12;
    private static final double COARSEST_RELATIVE = 1e-8;

    public SimulationOptions {
        if (!(end >= start) || Double.isInfinite(start) || Double.isInfinite(end)) {
            throw new IllegalArgumentException("the end must be a time not before the start");
        }
        if (steps < 0 || !(absolute > 0) || !(relative > 0)) {
            throw new IllegalArgumentException("steps and errors must be positive");
        }
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
    double stepRelative() {
        return Math.clamp(relative * STRICTER, FINEST_RELATIVE, COARSEST_RELATIVE);
    }

    /** Absolute tolerance of a step. */
    double stepAbsolute() {
        return Math.max(absolute * STRICTER, Double.MIN_NORMAL);
    }
}
