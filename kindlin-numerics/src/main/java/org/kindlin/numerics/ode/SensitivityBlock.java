package org.kindlin.numerics.ode;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kindlin.numerics.sparse.ColumnKernel;
import org.kindlin.numerics.sparse.SparseLu;

/** Some columns of {@link Sensitivities}, as many as a {@link ColumnKernel} works on at once. A workspace. */
final class SensitivityBlock {
    private static final int STAGES = Rodas5PTableau.STAGES;
    /** The last three stages stand at the end of the step. */
    private static final int NODES = STAGES - 2;

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
    private final int first;
    private final int width;
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
    private final double[][] byParameter;

    private final double[] byParameterSlope;
    private int[] element = new int[0];
    private int[] placeOf = new int[0];

    /**
     * A block.
     *
     * @param first the first of its columns
     * @param width of all columns
     */
    SensitivityBlock(ColumnKernel kernel, boolean[] algebraic, int first, int width) {
        this.first = first;
        this.width = width;
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
        this.byParameter = new double[NODES][all];
        this.byParameterSlope = new double[all];
        slopeAndStages[0] = slope;
        for (int s = 0; s < STAGES; s++) {
            stage[s] = new double[all];
            slopeAndStages[s + 1] = stage[s];
            course[s + 2] = stage[s];
            weights[s] = new double[Rodas5PTableau.byTime(s) == 0 ? s : s + 1];
        }
    }

    /** Takes its columns of these sensitivities. */
    void begin(double[] sensitivities) {
        int count = Math.min(columns, width - first);
        Arrays.fill(end, 0);
        for (int i = 0; i < size; i++) {
            System.arraycopy(sensitivities, i * width + first, end, i * columns, count);
        }
    }

    /** Finds the elements of ∂f/∂p that are of its columns. */
    void place(ParameterPattern pattern) {
        element = IntStream.range(0, pattern.count())
                .filter(e -> pattern.parameter()[e] >= first && pattern.parameter()[e] < first + columns)
                .toArray();
        placeOf = IntStream.of(element)
                .map(e -> pattern.state()[e] * columns + pattern.parameter()[e] - first)
                .toArray();
        for (double[] each : byParameter) {
            Arrays.fill(each, 0);
        }
        Arrays.fill(byParameterSlope, 0);
    }

    /** Takes the elements of ∂f/∂p at the nodes of the step, and their derivatives by its fraction at the start. */
    void take(double[][] elements, double[] slopes) {
        for (int node = 0; node < NODES; node++) {
            spread(elements[node], byParameter[node]);
        }
        spread(slopes, byParameterSlope);
    }

    private void spread(double[] elements, double[] into) {
        for (int e = 0; e < element.length; e++) {
            into[placeOf[e]] = elements[element[e]];
        }
    }

    /**
     * Carries its columns over a step.
     *
     * @param jacobian at the nodes of the step
     * @param jacobianSlope its derivative by the fraction of the step at the start
     */
    void follow(SparseLu matrix, double[][] jacobian, double[] jacobianSlope, double h) {
        double[] old = start;
        start = end;
        end = old;
        System.arraycopy(byParameterSlope, 0, slope, 0, slope.length);
        kernel.multiplyAdd(jacobianSlope, start, slope);
        for (int s = 0; s < STAGES; s++) {
            stage(s, matrix, jacobian, 1 / h);
        }
        newestStage[0] = stage[STAGES - 1];
        kernel.combine(argument, newestStage, ONE, end);
    }

    /** Lets its columns rest over a step. */
    void stand() {
        System.arraycopy(end, 0, start, 0, end.length);
        for (double[] each : stage) {
            Arrays.fill(each, 0);
        }
    }

    private void stage(int s, SparseLu matrix, double[][] jacobian, double rate) {
        int node = Math.min(s, NODES - 1);
        double[] u = stage[s];
        double byTime = Rodas5PTableau.byTime(s);
        int slopes = byTime == 0 ? 0 : 1;
        double[] weight = weights[s];
        if (slopes == 1) {
            // The slope is by the fraction of the step, so its weight has no h
            weight[0] = byTime;
        }
        for (int k = 0; k < s; k++) {
            weight[slopes + k] = RIGHT[s][k] * rate;
        }
        kernel.combine(byParameter[node], slopes == 0 ? stage : slopeAndStages, weight, u);
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

    void copyEnd(double[] into) {
        copy(end, into);
    }

    void interpolate(double x, double[] into) {
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
        copy(argument, into);
    }

    private void copy(double[] from, double[] into) {
        int count = Math.min(columns, width - first);
        for (int i = 0; i < size; i++) {
            System.arraycopy(from, i * columns, into, i * width + first, count);
        }
    }
}
