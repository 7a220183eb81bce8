package org.kindlin.mechanism.compile;

/** Compiled formulas: one pass from time, states and parameters to their values. Holds no state of its own. */
public interface Kernel {
    /**
     * Evaluates every formula.
     *
     * @param delayed values of the past; empty where there are none
     * @param work scratch of the size that the code asks for
     * @param out one value for each formula
     */
    void evaluate(double time, double[] state, double[] parameters, double[] delayed, double[] work, double[] out);
}
