package org.kindlin.numerics.ode;

/** Finds where root functions of time alone change sides, as {@link OdeIntegrator} does within its steps. A workspace. */
public final class TimeRoots {
    private static final double[] NO_STATE = new double[0];

    private final RootSearch search;

    /** Of these functions, all {@link RootFunctions#onlyOfTime}. */
    public TimeRoots(RootFunctions roots) {
        if (!roots.onlyOfTime()) {
            throw new IllegalArgumentException("roots that depend on states need their course");
        }
        this.search = new RootSearch(roots, 0);
    }

    /** Notes the sides at the start. */
    public void begin(double time) {
        search.begin(time, NO_STATE);
    }

    /** The first change of side in an accepted step, from which the next step begins; not a number where there is none. */
    public double in(double from, double to) {
        if (!search.search(new Span(from, to))) {
            return Double.NaN;
        }
        double time = search.time();
        search.begin(time, NO_STATE);
        return time;
    }

    private record Span(double startTime, double endTime) implements StepSpan {
        @Override
        public double[] end() {
            return NO_STATE;
        }

        @Override
        public void interpolate(double fraction, double[] state) {
            throw new IllegalStateException("functions of time need no state");
        }
    }
}
