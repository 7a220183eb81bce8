package org.kindlin.numerics.ode;

/** Counts steps of the explicit method that were as long as its stability allows, to say when the stiff one should take over. */
public final class StiffSigns {
    private static final int STIFF_EVIDENCE = 15;
    private static final int MILD_EVIDENCE = 6;

    private int stiff;
    private int mild;

    /** Forgets the steps counted. */
    public void forget() {
        stiff = 0;
        mild = 0;
    }

    /**
     * Notes an accepted step.
     *
     * @param stiffness the step times the largest rate that acts
     */
    public void endWith(double stiffness) {
        boolean sign = stiffness > DormandPrince853.STABILITY;
        mild = sign ? 0 : mild + 1;
        stiff = sign ? stiff + 1 : mild >= MILD_EVIDENCE ? 0 : stiff;
    }

    /** Whether the stiff method should take over. */
    public boolean enough() {
        return stiff >= STIFF_EVIDENCE;
    }
}
