package org.kindlin.numerics.ode;

import java.util.Arrays;
import org.kindlin.numerics.sparse.ColumnKernel;

/**
 * Numbers along a step of {@link Rodas5P}, each a function of time: known at the start, at three points within and at the
 * end; by the quartic through these at the fifth stage, and their derivatives by the fraction of the step at the start. The
 * dense output of a state is a quartic too, so what is linear in the state is exact. A workspace.
 */
final class NodeValues {
    /** The known point that is the end of the step; those before are the start and the stages within it, in their order. */
    static final int END = 4;

    private static final double[] TIME = {0, Rodas5PTableau.C2, Rodas5PTableau.C3, Rodas5PTableau.C4, 1};
    private static final double[] VALUE = valueWeights(Rodas5PTableau.C5);
    private static final double[] SLOPE = slopeWeights();

    private final ColumnKernel kernel;
    private final double[][] known = new double[TIME.length][];
    private final double[] interpolated;
    private final double[] slope;
    private final double[] zero;

    /** Of so many numbers. */
    NodeValues(ColumnKernel kernel, int count) {
        this.kernel = kernel;
        int whole = kernel.wholeLength(count);
        Arrays.setAll(known, node -> new double[whole]);
        this.interpolated = new double[whole];
        this.slope = new double[whole];
        this.zero = new double[whole];
    }

    /** Weights of the known points for the quartic's value at a fraction of the step. */
    private static double[] valueWeights(double at) {
        double[] weights = new double[TIME.length];
        for (int j = 0; j < TIME.length; j++) {
            double weight = 1;
            for (int k = 0; k < TIME.length; k++) {
                weight *= k == j ? 1 : (at - TIME[k]) / (TIME[j] - TIME[k]);
            }
            weights[j] = weight;
        }
        return weights;
    }

    /** And for its derivative, by the fraction of the step, at the start. */
    private static double[] slopeWeights() {
        double[] weights = new double[TIME.length];
        for (int j = 1; j < TIME.length; j++) {
            double weight = 1 / TIME[j];
            for (int k = 1; k < TIME.length; k++) {
                weight *= k == j ? 1 : TIME[k] / (TIME[k] - TIME[j]);
            }
            weights[j] = weight;
            weights[0] -= weight;
        }
        return weights;
    }

    /** Zeros everywhere. */
    void clear() {
        for (double[] each : known) {
            Arrays.fill(each, 0);
        }
    }

    /** Makes the end the start of the next step. */
    void proceed() {
        double[] old = known[0];
        known[0] = known[END];
        known[END] = old;
    }

    /** The numbers at a known point, to be written. */
    double[] known(int node) {
        return known[node];
    }

    /** Finds what is not known from what is. */
    void interpolate() {
        kernel.combine(zero, known, VALUE, interpolated);
        kernel.combine(zero, known, SLOPE, slope);
    }

    /** The numbers where a stage stands; the last three stand at the end. */
    double[] at(int stage) {
        if (stage == END) {
            return interpolated;
        }
        return known[Math.min(stage, END)];
    }

    double[] end() {
        return known[END];
    }

    /** Derivatives by the fraction of the step at its start; may be changed. */
    double[] slope() {
        return slope;
    }
}
