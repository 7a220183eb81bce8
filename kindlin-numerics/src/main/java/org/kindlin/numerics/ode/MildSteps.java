package org.kindlin.numerics.ode;

/** Counts steps of the stiff method that the explicit one could have taken at less cost, to say when to change over. */
public final class MildSteps {
    /** Step times rate up to which the explicit method, stable to six, is sure to gain. */
    private static final double MILD = 1;
    /** A step still growing by more than this passes through a transient: that it is mild says nothing of what follows. */
    private static final double STEADY = 1.5;

    private static final int FIRST_PATIENCE = 20;

    private int inARow;
    private int patience = FIRST_PATIENCE;

    /** Begins anew. */
    public void restart() {
        inARow = 0;
        patience = FIRST_PATIENCE;
    }

    /** Forgets the steps counted. */
    public void forget() {
        inARow = 0;
    }

    /** Twice as many are needed from now on. */
    public void beMorePatient() {
        patience *= 2;
    }

    /**
     * Notes an accepted step.
     *
     * @param next length of the step to come
     * @param rateBound of the rates that act
     * @return whether the explicit method should take over
     */
    public boolean endWith(double length, double next, double rateBound) {
        boolean mild = next < STEADY * length && length * rateBound < MILD;
        inARow = mild ? inARow + 1 : 0;
        return enough();
    }

    /** Whether the explicit method should take over. */
    public boolean enough() {
        return inARow >= patience;
    }
}
