package org.kindlin.numerics.ode;

import java.util.Arrays;
import org.kindlin.numerics.sparse.ColumnKernel;

/**
 * Forward sensitivities S = ∂y/∂p beside the steps of {@link Rodas5P}: M S′ = J(t) S + ∂f/∂p is linear once the state is
 * known, so after each accepted step the same Rosenbrock method, with the same factors, carries all columns of S over it,
 * J and ∂f/∂p being taken along the dense output of the state. No factorisation of its own; four more Jacobians a step, the
 * last of which is the first of the next. The fifth stage's and the derivative by time come from the quartic through these
 * five: the dense output is a quartic too, so they are exact for rates bilinear in the state and of its order for others.
 * Columns go in blocks that fill a vector. A workspace.
 */
final class Sensitivities {
    /** Points of a step: its start, the four stages within it, its end. */
    private static final int NODES = 6;

    private static final int INTERPOLATED = 4;
    private static final int END = NODES - 1;
    private static final int[] KNOWN = {0, 1, 2, 3, END};
    private static final double[] TIME = {0, Rodas5PTableau.C2, Rodas5PTableau.C3, Rodas5PTableau.C4, 1};
    /** Weights of the known points for the quartic's value at the interpolated one. */
    private static final double[] VALUE = valueWeights(Rodas5PTableau.C5);
    /** And for its derivative, by the fraction of the step, at the start. */
    private static final double[] SLOPE = slopeWeights();

    private final ParametricSystem system;
    private final ColumnKernel kernel;
    private final int size;
    private final int width;
    private final SensitivityBlock[] blocks;
    private final double[] state;
    private final double[][] jacobian = new double[NODES][];
    private final double[] jacobianSlope;
    private ParameterPattern places = new ParameterPattern(new int[0], new int[0]);
    private final double[][] byParameter = new double[NODES][];
    private double[] byParameterSlope = new double[0];
    private boolean endKnown;

    Sensitivities(ParametricSystem system) {
        this.system = system;
        this.kernel = system.columnKernel();
        this.size = system.dimension();
        this.width = system.parameters();
        boolean[] algebraic = new boolean[size];
        for (int i = 0; i < size; i++) {
            algebraic[i] = system.isAlgebraic(i);
        }
        this.blocks = new SensitivityBlock[(width + kernel.width() - 1) / kernel.width()];
        Arrays.setAll(blocks, b -> new SensitivityBlock(kernel, algebraic, b * kernel.width(), width));
        this.state = new double[size];
        int elements = system.jacobianPattern().nonZeros();
        Arrays.setAll(jacobian, node -> new double[elements]);
        this.jacobianSlope = new double[elements];
    }

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

    void begin(double[] initial) {
        if (!places.equals(system.parameterPattern())) {
            place(system.parameterPattern());
        }
        for (SensitivityBlock block : blocks) {
            block.begin(initial);
        }
        endKnown = false;
    }

    private void place(ParameterPattern pattern) {
        places = pattern;
        Arrays.setAll(byParameter, node -> new double[pattern.count()]);
        byParameterSlope = new double[pattern.count()];
        for (SensitivityBlock block : blocks) {
            block.place(pattern);
        }
    }

    /** Carries the sensitivities over the step just accepted. */
    void follow(Rodas5P step) {
        double h = step.endTime - step.startTime;
        System.arraycopy(step.jacobian, 0, jacobian[0], 0, jacobianSlope.length);
        if (endKnown) {
            double[] old = byParameter[0];
            byParameter[0] = byParameter[END];
            byParameter[END] = old;
        } else {
            System.arraycopy(step.start, 0, state, 0, size);
            system.parameterDerivatives(step.startTime, state, byParameter[0]);
        }
        for (int node = 1; node < INTERPOLATED; node++) {
            double fraction = Rodas5PTableau.time(node);
            step.interpolate(fraction, state);
            linearise(step.startTime + fraction * h, node);
        }
        System.arraycopy(step.end, 0, state, 0, size);
        linearise(step.endTime, END);
        weigh(jacobian, VALUE, jacobian[INTERPOLATED]);
        weigh(jacobian, SLOPE, jacobianSlope);
        weigh(byParameter, VALUE, byParameter[INTERPOLATED]);
        weigh(byParameter, SLOPE, byParameterSlope);
        for (SensitivityBlock block : blocks) {
            block.take(byParameter, byParameterSlope);
            block.follow(step.matrix, jacobian, jacobianSlope, h);
        }
        step.knowEndJacobian(jacobian[END]);
        endKnown = true;
    }

    /** Lets the sensitivities rest over a step. */
    void stand() {
        for (SensitivityBlock block : blocks) {
            block.stand();
        }
    }

    private void linearise(double time, int node) {
        system.jacobian(time, state, jacobian[node]);
        system.parameterDerivatives(time, state, byParameter[node]);
    }

    /** A weighted sum over the known points. */
    private static void weigh(double[][] values, double[] weights, double[] into) {
        double[] a = values[KNOWN[0]];
        double[] b = values[KNOWN[1]];
        double[] c = values[KNOWN[2]];
        double[] d = values[KNOWN[3]];
        double[] e = values[KNOWN[4]];
        for (int k = 0; k < into.length; k++) {
            into[k] = ((weights[0] * a[k] + weights[1] * b[k]) + (weights[2] * c[k] + weights[3] * d[k]))
                    + weights[4] * e[k];
        }
    }

    /** The sensitivities at the end of the last step. */
    void copyEnd(double[] into) {
        for (SensitivityBlock block : blocks) {
            block.copyEnd(into);
        }
    }

    /** The sensitivities at this fraction of the last step. */
    void interpolate(double x, double[] into) {
        for (SensitivityBlock block : blocks) {
            block.interpolate(x, into);
        }
    }
}
