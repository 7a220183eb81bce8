package org.kindlin.numerics.ode;

/**
 * How accurately, and with what effort, to integrate. The local error of state i in a step is kept below
 * {@code absolute[i] + relative × |y_i|}, each state by itself.
 *
 * @param relative relative tolerance
 * @param absolute absolute tolerance of each state, in its unit; one number stands for all
 * @param method which integrator steps
 * @param maximumSteps steps tried, accepted or not, between a start and the next
 * @param maximumStep longest step, in the unit of time
 */
public record OdeOptions(
        double relative, double[] absolute, IntegrationMethod method, int maximumSteps, double maximumStep) {

    private static final double SMALLEST_RELATIVE = 1e-14;

    /** Checks that the tolerances are usable. */
    public OdeOptions {
        if (!(relative >= SMALLEST_RELATIVE) || !(relative < 1)) {
            throw new IllegalArgumentException("relative tolerance must be from 1e-14 to below 1, not " + relative);
        }
        for (double each : absolute) {
            if (!(each > 0) || Double.isInfinite(each)) {
                throw new IllegalArgumentException("absolute tolerance must be positive, not " + each);
            }
        }
        if (maximumSteps < 1 || !(maximumStep > 0)) {
            throw new IllegalArgumentException("the number of steps and their length must be positive");
        }
        absolute = absolute.clone();
    }

    /** These tolerances, automatic choice of method, and a million steps. */
    public static OdeOptions of(double relative, double... absolute) {
        return new OdeOptions(relative, absolute, IntegrationMethod.AUTOMATIC, 1_000_000, Double.POSITIVE_INFINITY);
    }

    /** The same with this method. */
    public OdeOptions withMethod(IntegrationMethod other) {
        return new OdeOptions(relative, absolute, other, maximumSteps, maximumStep);
    }

    /** The same with this many steps. */
    public OdeOptions withMaximumSteps(int steps) {
        return new OdeOptions(relative, absolute, method, steps, maximumStep);
    }

    /** The same with this longest step. */
    public OdeOptions withMaximumStep(double step) {
        return new OdeOptions(relative, absolute, method, maximumSteps, step);
    }

    /** The absolute tolerance of each of {@code dimension} states. */
    double[] absoluteOf(int dimension) {
        if (absolute.length != 1 && absolute.length != dimension) {
            throw new IllegalArgumentException(absolute.length + " absolute tolerances for " + dimension + " states");
        }
        double[] each = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            each[i] = absolute[absolute.length == 1 ? 0 : i];
        }
        return each;
    }
}
