package org.kindlin.mechanism.lanes;

/** Code made for a model: rows of a lane memory computed from others. Holds no state of its own. */
interface LaneKernel {
    /**
     * Computes.
     *
     * @param at where rows begin that change from call to call
     */
    void evaluate(double[] memory, int at);
}
