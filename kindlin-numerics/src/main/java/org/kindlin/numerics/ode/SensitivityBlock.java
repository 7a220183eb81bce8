package org.kindlin.numerics.ode;

import java.util.Arrays;
import org.kindlin.numerics.sparse.ColumnKernel;
import org.kindlin.numerics.sparse.SparseLu;

/** Some columns of {@link Sensitivities}, as many as a {@link ColumnKernel} works on at once. A workspace. */
final class SensitivityBlock {
    private static final int STAGES = Rodas5PTableau.STAGES;
    private static final double[][] ARGUMENT = new double[STAGES][];
    private static final double[][] RIGHT = new double[STAGES][];
    private static final double[] ONE = {1};

    static {
        Arrays.setAll(ARGUMENT, Rodas5PTableau::argument);
        Arrays.setAll(RIGHT, Rodas5PTableau::right);
    }

    private final ColumnKernel kernel;
    private final boolean[] algebraic;
    private final boolean anyAlgebraic;
    private final int size;
    private final int columns;
    private final double[][] stage = new double[STAGES][];
    private final double[][] newestStage = new double[1][];
    /** d/dt of J(t) S + ∂f/∂p at the start of the step, S held; then the stages. */
    private final double[][] slopeAndStages = new double[1 + STAGES][];
    /** Start and end of the step, then the stages. */
    private final double[][] course = new double[2 + STAGES][];

    private final double[][] weights = new double[STAGES][];
    private final double[] courseWeights = new double[2 + STAGES];
    private final double[] argument;
    private final double[] slope;
    private final double[] zero;
    private double[] start;
    private double[] end;

    /** ∂f/∂p at the nodes of the step. */
    final double[][] byParameter;

    SensitivityBlock(ColumnKernel kernel, boolean[] algebraic, int nodes) {
        this.kernel = kernel;
        this.algebraic = algebraic;
        this.size = algebraic.length;
        this.columns = kernel.width();
        boolean any = false;
        for (boolean each : algebraic) {
            any |= each;
        }
        this.anyAlgebraic = any;
        int all = size * columns;
        this.argument = new double[all];
        this.slope = new double[all];
        this.zero = new double[all];
        this.start = new double[all];
        this.end = new double[all];
        this.byParameter = new double[nodes][all];
        slopeAndStages[0] = slope;
        for (int s = 0; s < STAGES; s++) {
            stage[s] = new double[all];
            slopeAndStages[s + 1] = stage[s];
            course[s + 2] = stage[s];
            weights[s] = new double[Rodas5PTableau.byTime(s) == 0 ? s : s + 1];
        }
    }

    /** Takes its columns, from {@code first} on, of these sensitivities. */
    void begin(double[] sensitivities, int first, int width) {
        int count = Math.min(columns, width - first);
        Arrays.fill(end, 0);
        for (int i = 0; i < size; i++) {
            System.arraycopy(sensitivities, i * width + first, end, i * columns, count);
        }
    }

    void forgetParameters() {
        for (double[] each : byParameter) {
            Arrays.fill(each, 0);
        }
    }

    /** ∂f/∂p at the end of the last step is that at the start of the next. */
    void startAtEnd() {
        int last = byParameter.length - 1;
        double[] old = byParameter[0];
        byParameter[0] = byParameter[last];
        byParameter[last] = old;
    }

    /**
     * Carries its columns over a step.
     *
     * @param jacobian at the nodes of the step
     * @param jacobianSlope its derivative by the fraction of the step at the start
     * @param slopeWeights weights of the nodes for such a derivative
     */
    void follow(SparseLu matrix, double[][] jacobian, double[] jacobianSlope, double[] slopeWeights, double h) {
        double[] old = start;
        start = end;
        end = old;
        kernel.combine(zero, byParameter, slopeWeights, slope);
        kernel.multiplyAdd(jacobianSlope, start, slope);
        for (int s = 0; s < STAGES; s++) {
            stage(s, matrix, jacobian, 1 / h);
        }
        newestStage[0] = stage[STAGES - 1];
        kernel.combine(argument, newestStage, ONE, end);
    }

    private void stage(int s, SparseLu matrix, double[][] jacobian, double rate) {
        int node = Math.min(s, jacobian.length - 1);
        double[] u = stage[s];
        double byTime = Rodas5PTableau.byTime(s);
        int first = byTime == 0 ? 0 : 1;
        double[] weight = weights[s];
        if (first == 1) {
            // The slope is by the fraction of the step, so its weight has no h
            weight[0] = byTime;
        }
        for (int k = 0; k < s; k++) {
            weight[first + k] = RIGHT[s][k] * rate;
        }
        kernel.combine(byParameter[node], first == 0 ? stage : slopeAndStages, weight, u);
        if (anyAlgebraic) {
            dropStages(byParameter[node], byTime, u);
        }
        double[] at = start;
        if (s > 0) {
            at = argument;
            argument(s);
        }
        kernel.multiplyAdd(jacobian[node], at, u);
        matrix.solve(kernel, u);
    }

    /** The last two arguments are the one before and its stage. */
    private void argument(int s) {
        if (s < STAGES - 2) {
            kernel.combine(start, stage, ARGUMENT[s], argument);
        } else {
            newestStage[0] = stage[s - 1];
            kernel.combine(argument, newestStage, ONE, argument);
        }
    }

    /** The rows of algebraic states know no earlier stages. */
    private void dropStages(double[] constant, double weight, double[] u) {
        for (int i = 0; i < size; i++) {
            for (int c = i * columns; algebraic[i] && c < (i + 1) * columns; c++) {
                u[c] = constant[c] + weight * slope[c];
            }
        }
    }

    void copyEnd(double[] into, int first, int width) {
        copy(end, into, first, width);
    }

    void interpolate(double x, double[] into, int first, int width) {
        course[0] = start;
        course[1] = end;
        double r = 1 - x;
        courseWeights[0] = r;
        courseWeights[1] = x;
        for (int s = 0; s < STAGES; s++) {
            double weight = Rodas5P.DENSE[0][s] + x * (Rodas5P.DENSE[1][s] + x * Rodas5P.DENSE[2][s]);
            courseWeights[s + 2] = x * r * weight;
        }
        kernel.combine(zero, course, courseWeights, argument);
        copy(argument, into, first, width);
    }

    private void copy(double[] from, double[] into, int first, int width) {
        int count = Math.min(columns, width - first);
        for (int i = 0; i < size; i++) {
            System.arraycopy(from, i * columns, into, i * width + first, count);
        }
    }
}
