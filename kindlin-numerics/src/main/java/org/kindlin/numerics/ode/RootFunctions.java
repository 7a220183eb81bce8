package org.kindlin.numerics.ode;

/**
 * Functions g(t, y) whose changes of side are to be found. A function is on its upper side where g ≥ 0 and on its lower
 * side where g &lt; 0 or g is not a number; so a condition a ≥ b is g = a − b being on the upper side, and a &gt; b is
 * g = b − a being on the lower one.
 */
public interface RootFunctions {
    /** No functions. */
    RootFunctions NONE = new RootFunctions() {
        @Override
        public int count() {
            return 0;
        }

        @Override
        public boolean onlyOfTime() {
            return true;
        }

        @Override
        public void values(double time, double[] state, double[] values) {
            // nothing to write
        }
    };

    /** Number of functions. */
    int count();

    /** Whether no function depends on the states, so that they need not be known within a step. */
    default boolean onlyOfTime() {
        return false;
    }

    /** Those of the functions that are of time alone, evaluated without a state. */
    default RootFunctions ofTime() {
        return onlyOfTime() ? this : NONE;
    }

    /**
     * Whether every function is of time alone and never falls, or never rises, with it, in floating point as well: then
     * none changes sides within a step at whose end it is on the side of the start.
     */
    default boolean monotone() {
        return false;
    }

    /** Writes g(t, y) into {@code values}. */
    void values(double time, double[] state, double[] values);
}
