package org.kindlin.numerics.sigmoid.lane;

/** The innermost loops, in one of two ways that give the same bits. Stateless but for workspaces: one per thread. */
public interface LaneKernel {

    /** Sets every moment for the curves now in the lanes; responses are already centred. */
    void moments(Moments m);

    /**
     * The best node of each group for a block of curves.
     *
     * @param basis normalised shapes: [node][dose]
     * @param groupStart first node of each group, and the number of nodes at the end
     * @param scaled responses in units that make the square of a product a score: [dose][curve]
     * @param groupBest scores of the best nodes, set: [group][curve]
     * @param best the greatest of these, set
     */
    void scan(double[][] basis, int[] groupStart, double[][] scaled, double[][] groupBest, double[] best);

    /** The one on the Vector API where its module is present and vectors are wide enough to gain, else plain loops. */
    static LaneKernel fastest() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return present && VectorKernel.isWorthwhile() ? new VectorKernel() : new PlainKernel();
    }
}
