package org.kindlin.numerics.ode;

import java.util.Arrays;
import org.kindlin.numerics.sparse.ColumnKernel;

/**
 * Forward sensitivities S = ∂y/∂p beside the steps of {@link Rodas5P}: M S′ = J(t) S + ∂f/∂p is linear once the state is
 * known, so after each accepted step the same Rosenbrock method, with the same factors, carries all columns of S over it,
 * J and ∂f/∂p being taken along the dense output of the state. No factorisation of its own; five more Jacobians a step, the
 * last of which is the first of the next. Columns go in blocks that fill a vector. A workspace.
 */
final class Sensitivities {
    /** Points of a step: its start, the four stages within it, its end. */
    private static final int NODES = 6;

    private static final int END = NODES - 1;
    /** The derivative at the start of a step of the quartic through the values at all nodes but the fourth stage's. */
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
    private double[] byParameter = new double[0];
    private int[] blockOf = new int[0];
    private int[] placeInBlock = new int[0];
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
        Arrays.setAll(blocks, b -> new SensitivityBlock(kernel, algebraic, NODES));
        this.state = new double[size];
        int elements = system.jacobianPattern().nonZeros();
        Arrays.setAll(jacobian, node -> new double[elements]);
        this.jacobianSlope = new double[elements];
    }

    private static double[] slopeWeights() {
        double[] time = {0, Rodas5PTableau.C2, Rodas5PTableau.C3, Rodas5PTableau.C4, Double.NaN, 1};
        double[] weights = new double[NODES];
        for (int j = 1; j < NODES; j++) {
            double weight = 1 / time[j];
            for (int k = 1; k < NODES; k++) {
                weight *= k == j || Double.isNaN(time[k]) ? 1 : time[k] / (time[k] - time[j]);
            }
            weights[j] = Double.isNaN(weight) ? 0 : weight;
            weights[0] -= weights[j];
        }
        return weights;
    }

    void begin(double[] initial) {
        if (!places.equals(system.parameterPattern())) {
            place(system.parameterPattern());
        }
        for (int b = 0; b < blocks.length; b++) {
            blocks[b].begin(initial, b * kernel.width(), width);
        }
        endKnown = false;
    }

    private void place(ParameterPattern pattern) {
        places = pattern;
        byParameter = new double[pattern.count()];
        blockOf = new int[pattern.count()];
        placeInBlock = new int[pattern.count()];
        int columns = kernel.width();
        for (int e = 0; e < blockOf.length; e++) {
            blockOf[e] = pattern.parameter()[e] / columns;
            placeInBlock[e] = pattern.state()[e] * columns + pattern.parameter()[e] % columns;
        }
        for (SensitivityBlock block : blocks) {
            block.forgetParameters();
        }
    }

    /** Carries the sensitivities over the step just accepted. */
    void follow(Rodas5P step) {
        double h = step.endTime - step.startTime;
        System.arraycopy(step.jacobian, 0, jacobian[0], 0, jacobianSlope.length);
        if (endKnown) {
            for (SensitivityBlock block : blocks) {
                block.startAtEnd();
            }
        } else {
            System.arraycopy(step.start, 0, state, 0, size);
            parameterDerivatives(step.startTime, 0);
        }
        for (int node = 1; node < END; node++) {
            double fraction = Rodas5PTableau.time(node);
            step.interpolate(fraction, state);
            double time = step.startTime + fraction * h;
            system.jacobian(time, state, jacobian[node]);
            parameterDerivatives(time, node);
        }
        System.arraycopy(step.end, 0, state, 0, size);
        system.jacobian(step.endTime, state, jacobian[END]);
        parameterDerivatives(step.endTime, END);
        differentiateJacobian();
        for (SensitivityBlock block : blocks) {
            block.follow(step.matrix, jacobian, jacobianSlope, SLOPE, h);
        }
        step.knowEndJacobian(jacobian[END]);
        endKnown = true;
    }

    private void parameterDerivatives(double time, int node) {
        system.parameterDerivatives(time, state, byParameter);
        for (int e = 0; e < byParameter.length; e++) {
            blocks[blockOf[e]].byParameter[node][placeInBlock[e]] = byParameter[e];
        }
    }

    private void differentiateJacobian() {
        for (int k = 0; k < jacobianSlope.length; k++) {
            double sum = SLOPE[0] * jacobian[0][k];
            for (int node = 1; node < NODES; node++) {
                sum += SLOPE[node] * jacobian[node][k];
            }
            jacobianSlope[k] = sum;
        }
    }

    /** The sensitivities at the end of the last step. */
    void copyEnd(double[] into) {
        for (int b = 0; b < blocks.length; b++) {
            blocks[b].copyEnd(into, b * kernel.width(), width);
        }
    }

    /** The sensitivities at this fraction of the last step. */
    void interpolate(double x, double[] into) {
        for (int b = 0; b < blocks.length; b++) {
            blocks[b].interpolate(x, into, b * kernel.width(), width);
        }
    }
}
