package org.kindlin.numerics.ode;

/**
 * One-step integration with dense output: {@link #begin} at a point, {@link #attempt} steps from it until one's error is
 * below one, {@link #proceed} to its end. A workspace.
 */
abstract sealed class Stepper implements StepSpan permits DormandPrince853, Rodas5P {
    final OdeSystem system;
    final int size;
    final double relative;
    final double[] absolute;

    /** Where the step begins, and f there. */
    double startTime;

    double[] start;
    double[] startSlope;
    /** Where the last attempt ended. */
    double endTime;

    double[] end;

    long derivatives;

    Stepper(OdeSystem system, double relative, double[] absolute) {
        this.system = system;
        this.size = system.dimension();
        this.relative = relative;
        this.absolute = absolute;
        this.start = new double[size];
        this.startSlope = new double[size];
        this.end = new double[size];
    }

    /** Takes a new starting point and evaluates what all attempts from it share; false where that is not finite. */
    boolean begin(double time, double[] state) {
        startTime = time;
        endTime = time;
        System.arraycopy(state, 0, start, 0, size);
        System.arraycopy(state, 0, end, 0, size);
        evaluate(time, start, startSlope);
        return allFinite(startSlope) && allFinite(start);
    }

    /** Makes the end of the accepted step the starting point of the next. */
    abstract boolean proceed();

    /**
     * Tries a step of this length.
     *
     * @return the largest estimated error of a state in units of its tolerance; not a number where something is not
     *     finite; infinite where the linear system is singular
     */
    abstract double attempt(double step, double newTime);

    /** Makes the last attempt a step to this time over which the state rests. */
    final void stand(double to) {
        endTime = to;
        System.arraycopy(start, 0, end, 0, size);
        rest();
    }

    /** Makes the dense output that of a state at rest. */
    abstract void rest();

    @Override
    public double startTime() {
        return startTime;
    }

    @Override
    public double endTime() {
        return endTime;
    }

    @Override
    public double[] end() {
        return end;
    }

    /** The error of a step shrinks as this power of its length. */
    abstract int errorOrder();

    final void evaluate(double time, double[] state, double[] slope) {
        derivatives++;
        system.derivatives(time, state, slope);
    }

    /** Tolerance of a state between these two values. */
    final double scale(int i, double first, double second) {
        return absolute[i] + relative * Math.max(Math.abs(first), Math.abs(second));
    }

    static boolean allFinite(double[] values) {
        for (double value : values) {
            if (!(Math.abs(value) <= Double.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }
}
