package org.kindlin.numerics.ode;

import java.util.Arrays;
import org.kindlin.numerics.sparse.ColumnKernel;
import org.kindlin.numerics.sparse.SparseLu;

/** The columns of {@link Sensitivities} over one step: the stages of {@link Rodas5P} with its factors. A workspace. */
final class SensitivityStages {
    private static final int STAGES = Rodas5PTableau.STAGES;
    /** The last stages whose argument is not the one before and its stage. */
    private static final int ARGUMENTS = STAGES - 2;

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
    private final double[][] stage = new double[STAGES][];
    private final double[][] newestStage = new double[1][];
    private final double[][] slope = new double[1][];
    /** Start and end of the step, then the stages. */
    private final double[][] course = new double[2 + STAGES][];

    private final double[][] weights = new double[STAGES][];
    private final double[] courseWeights = new double[2 + STAGES];
    private final double[] argument;
    private final double[] zero;
    private double[] start;
    private double[] end;

    /** ∂f/∂p along the step; its slope is d/dt of J(t) S + ∂f/∂p at the start, S held. */
    private final NodeValues byParameter;

    /** Where each state's sensitivities by every parameter stand, in turn. */
    private final int[] places;

    private int[] elementPlaces = new int[0];

    SensitivityStages(ColumnKernel kernel, boolean[] algebraic) {
        this.kernel = kernel;
        this.algebraic = algebraic;
        boolean any = false;
        for (boolean each : algebraic) {
            any |= each;
        }
        this.anyAlgebraic = any;
        int all = kernel.length();
        this.argument = new double[all];
        this.zero = new double[all];
        this.start = new double[all];
        this.end = new double[all];
        this.byParameter = new NodeValues(kernel, all);
        this.places = new int[algebraic.length * kernel.columns()];
        Arrays.setAll(places, k -> kernel.place(k / kernel.columns(), k % kernel.columns()));
        slope[0] = byParameter.slope();
        for (int s = 0; s < STAGES; s++) {
            stage[s] = new double[all];
            course[s + 2] = stage[s];
            weights[s] = new double[s < ARGUMENTS ? s + 1 : s];
        }
    }

    /** Takes sensitivities, each state's by every parameter in turn. */
    void begin(double[] sensitivities) {
        for (int k = 0; k < places.length; k++) {
            end[places[k]] = sensitivities[k];
        }
    }

    /** Finds where the elements of ∂f/∂p stand. */
    void place(ParameterPattern pattern) {
        elementPlaces = new int[pattern.count()];
        Arrays.setAll(elementPlaces, e -> kernel.place(pattern.state()[e], pattern.parameter()[e]));
        byParameter.clear();
    }

    /** Goes to the next step, which begins where the last ended. */
    void proceed(boolean endKnown) {
        double[] old = start;
        start = end;
        end = old;
        if (endKnown) {
            byParameter.proceed();
        }
    }

    /** Takes the elements of ∂f/∂p at a known point of the step. */
    void take(int node, double[] elements) {
        double[] into = byParameter.known(node);
        for (int e = 0; e < elementPlaces.length; e++) {
            into[elementPlaces[e]] = elements[e];
        }
    }

    /** Carries the columns over the step, given the Jacobian along it. */
    void follow(SparseLu matrix, NodeValues jacobian, double h) {
        byParameter.interpolate();
        kernel.multiplyAdd(jacobian.slope(), start, byParameter.slope());
        for (int s = 0; s < STAGES; s++) {
            double[] at = argumentAndRight(s, 1 / h);
            kernel.multiplyAdd(jacobian.at(s), at, stage[s]);
            matrix.solve(kernel, stage[s]);
        }
        newestStage[0] = stage[STAGES - 1];
        kernel.combine(argument, newestStage, ONE, end);
    }

    /**
     * Writes the right-hand side of a stage but for the product with its argument.
     *
     * @param rate one over the length of the step
     * @return the argument
     */
    private double[] argumentAndRight(int s, double rate) {
        double[] constant = byParameter.at(s);
        double[] weight = weights[s];
        int slopes = weight.length - s;
        if (slopes > 0) {
            // The slope is by the fraction of the step, so its weight has no h
            weight[0] = Rodas5PTableau.byTime(s);
        }
        for (int k = 0; k < s; k++) {
            weight[slopes + k] = RIGHT[s][k] * rate;
        }
        if (s == 0) {
            kernel.combine(constant, slope, weight, stage[0]);
            return start;
        }
        if (s < ARGUMENTS) {
            kernel.combineTwo(stage, start, ARGUMENT[s], argument, constant, slope[0], weight, stage[s]);
        } else {
            newestStage[0] = stage[s - 1];
            kernel.combine(argument, newestStage, ONE, argument);
            kernel.combine(constant, stage, weight, stage[s]);
        }
        if (anyAlgebraic) {
            dropStages(constant, Rodas5PTableau.byTime(s), stage[s]);
        }
        return argument;
    }

    /** The rows of algebraic states know no earlier stages. */
    private void dropStages(double[] constant, double weight, double[] right) {
        for (int i = 0; i < algebraic.length; i++) {
            for (int c = 0; algebraic[i] && c < kernel.columns(); c++) {
                int at = kernel.place(i, c);
                right[at] = constant[at] + weight * slope[0][at];
            }
        }
    }

    /** Lets the columns rest over a step. */
    void stand() {
        System.arraycopy(end, 0, start, 0, end.length);
        for (double[] each : stage) {
            Arrays.fill(each, 0);
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
        for (int k = 0; k < places.length; k++) {
            into[k] = from[places[k]];
        }
    }
}
