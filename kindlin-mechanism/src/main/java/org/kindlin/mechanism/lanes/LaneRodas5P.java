package org.kindlin.mechanism.lanes;

import static org.kindlin.numerics.ode.Rodas5PTableau.STAGES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Graph;
import org.kindlin.numerics.ode.Rodas5PTableau;
import org.kindlin.numerics.sparse.SparsePattern;

/**
 * Steps of Rodas5P in lanes, each of its own length from its own time, by the arithmetic of the scalar method. Whatever
 * is not finite, and pivots that do not hold, make a lane unfit. A workspace.
 */
final class LaneRodas5P {
    private static final int COUNT = Lanes.COUNT;
    private static final int DENSE_TERMS = 3;

    private final int size;
    private final int length;
    private final boolean autonomous;
    private final SparsePattern pattern;
    private final double relative;
    private final double absolute;
    private final LanePlan plan;
    private final LaneProgram constants;
    private final LaneProgram derivatives;
    private final LaneProgram jacobian;
    private final LaneProgram observables;
    private final int[] slopeAt;
    private final int[] jacobianAt;
    private final int[] observableAt;
    private final LaneLu matrix;
    private final double[] memory;
    private final double[] start;
    private final double[] end;
    private final double[] startSlope;
    private final double[] timeSlope;
    private final double[] timed;
    private final int[] timedAt;
    private final double[] stages;
    private final double[] dense;
    private final double[] columnSums;
    private final double[] shift = new double[COUNT];
    private final double[] inverseStep = new double[COUNT];
    private final double[] inverseDelay = new double[COUNT];
    private final double[] rowSums;
    private final double[][] argumentWeights = new double[STAGES][];
    private final double[][] rightWeights = new double[STAGES][];
    private final double[][] denseWeights = new double[DENSE_TERMS][];

    /** Where each lane's step begins, and how long it is. */
    final double[] startTime = new double[COUNT];

    final double[] step = new double[COUNT];
    final double[] endTime = new double[COUNT];
    /** Of the last attempt: the error in units of the tolerance, positive where the lane is fit, and a bound of the rates at its start. */
    final double[] error = new double[COUNT];

    final double[] fitness = new double[COUNT];
    final double[] rateBound = new double[COUNT];

    /** @param seen nodes of the observables */
    LaneRodas5P(CompiledModel model, int[] jacobianNodes, int[] seen, double relative, double absolute) {
        this.relative = relative;
        this.absolute = absolute;
        Graph graph = model.equations().graph();
        int[] slopes = model.equations().derivatives();
        size = slopes.length;
        length = size * COUNT;
        autonomous = model.autonomous();
        pattern = model.pattern();
        int[] all = concat(concat(slopes, jacobianNodes), seen);
        plan = new LanePlan(graph, size, model.equations().parameters().size(), all);
        constants = plan.constant();
        derivatives = plan.varying(slopes);
        jacobian = plan.varying(jacobianNodes, slopes);
        observables = plan.varying(seen);
        slopeAt = plan.at(slopes);
        jacobianAt = plan.at(jacobianNodes);
        observableAt = plan.at(seen);
        matrix = new LaneLu(pattern, jacobianAt);
        memory = plan.newMemory();
        start = new double[length];
        end = new double[length];
        startSlope = new double[length];
        timeSlope = new double[length];
        timed = new double[length];
        timedAt = new int[size];
        Arrays.setAll(timedAt, i -> i * COUNT);
        stages = new double[STAGES * length];
        dense = new double[DENSE_TERMS * length];
        columnSums = new double[length];
        rowSums = new double[length];
        for (int s = 0; s < STAGES; s++) {
            argumentWeights[s] = Rodas5PTableau.argument(s);
            rightWeights[s] = Rodas5PTableau.right(s);
        }
        for (int term = 0; term < DENSE_TERMS; term++) {
            denseWeights[term] = Rodas5PTableau.dense(term);
        }
    }

    private static int[] concat(int[] a, int[] b) {
        int[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    /** Puts a set into a lane; {@link #constants()} before the next attempt. */
    void place(int lane, double time, double[] state, double[] parameters) {
        startTime[lane] = time;
        for (int i = 0; i < size; i++) {
            start[i * COUNT + lane] = state[i];
        }
        for (int i = 0; i < parameters.length; i++) {
            memory[plan.parameterAt(i) + lane] = parameters[i];
        }
    }

    /** Computes what depends on parameters alone. */
    void constants() {
        constants.evaluate(memory);
    }

    /** Tries a step in every lane; {@code bounded} if rates are to be bounded as well. */
    void attempt(boolean bounded) {
        for (int lane = 0; lane < COUNT; lane++) {
            double h = step[lane];
            endTime[lane] = startTime[lane] + h;
            shift[lane] = 1 / (h * Rodas5PTableau.GAMMA);
            inverseStep[lane] = 1 / h;
        }
        linearise();
        if (bounded) {
            boundRates();
        }
        matrix.factor(memory, shift, fitness);
        if (!autonomous) {
            differentiateInTime();
        }
        first();
        for (int s = 1; s < STAGES; s++) {
            argument(s);
            setTime(s);
            derivatives.evaluate(memory);
            right(s);
            matrix.solve(stages, s * length);
        }
        finish();
    }

    /** f and its Jacobian at the start of the step. */
    private void linearise() {
        System.arraycopy(start, 0, memory, 0, length);
        System.arraycopy(startTime, 0, memory, plan.timeAt(), COUNT);
        derivatives.evaluate(memory);
        jacobian.evaluate(memory);
        for (int i = 0; i < size; i++) {
            Lanes.load(memory, slopeAt[i]).intoArray(startSlope, i * COUNT);
        }
    }

    private void differentiateInTime() {
        for (int lane = 0; lane < COUNT; lane++) {
            double later = startTime[lane] + Math.max(1e-7 * step[lane], 128 * Math.ulp(startTime[lane]));
            memory[plan.timeAt() + lane] = later;
            inverseDelay[lane] = 1 / (later - startTime[lane]);
        }
        derivatives.evaluate(memory);
        DoubleVector factor = Lanes.load(inverseDelay, 0);
        for (int i = 0; i < size; i++) {
            DoubleVector change = Lanes.load(memory, slopeAt[i]).sub(Lanes.load(startSlope, i * COUNT));
            change.mul(factor).intoArray(timeSlope, i * COUNT);
        }
    }

    private void setTime(int stage) {
        double part = Rodas5PTableau.time(stage);
        for (int lane = 0; lane < COUNT; lane++) {
            memory[plan.timeAt() + lane] = stage < 5 ? startTime[lane] + part * step[lane] : endTime[lane];
        }
    }

    private void first() {
        if (autonomous) {
            System.arraycopy(startSlope, 0, stages, 0, length);
        } else {
            DoubleVector weight = Lanes.load(step, 0).mul(Rodas5PTableau.byTime(0));
            for (int at = 0; at < length; at += COUNT) {
                Lanes.load(startSlope, at)
                        .add(weight.mul(Lanes.load(timeSlope, at)))
                        .intoArray(stages, at);
            }
        }
        matrix.solve(stages, 0);
    }

    /** The argument of a stage, where f reads its states; the last two add to that before. */
    private void argument(int stage) {
        if (stage > 5) {
            LaneSums.addStage(memory, length, stages, stage - 1);
        } else {
            System.arraycopy(start, 0, memory, 0, length);
            LaneSums.add(memory, 0, length, stages, argumentWeights[stage]);
        }
    }

    /** The right-hand side of a stage: the slope, with its part in ∂f/∂t, and that of earlier stages. */
    private void right(int stage) {
        double[] u = stages;
        double[] slopes = memory;
        int[] at = slopeAt;
        if (!autonomous && stage < 5) {
            addTimeSlope(stage);
            slopes = timed;
            at = timedAt;
        }
        int to = stage * length;
        Arrays.fill(u, to, to + length, 0);
        LaneSums.add(u, to, length, u, rightWeights[stage]);
        DoubleVector r = Lanes.load(inverseStep, 0);
        for (int i = 0; i < size; i++, to += COUNT) {
            Lanes.load(slopes, at[i]).add(r.mul(Lanes.load(u, to))).intoArray(u, to);
        }
    }

    private void addTimeSlope(int stage) {
        DoubleVector weight = Lanes.load(step, 0).mul(Rodas5PTableau.byTime(stage));
        for (int i = 0; i < size; i++) {
            DoubleVector part = weight.mul(Lanes.load(timeSlope, i * COUNT));
            Lanes.load(memory, slopeAt[i]).add(part).intoArray(timed, i * COUNT);
        }
    }

    /** The end of the step and its error, which is not a number where the end is not finite. */
    private void finish() {
        Arrays.fill(error, 0);
        int last = (STAGES - 1) * length;
        for (int at = 0; at < length; at += COUNT) {
            DoubleVector difference = Lanes.load(stages, last + at);
            DoubleVector value = Lanes.load(memory, at).add(difference);
            value.intoArray(end, at);
            DoubleVector magnitude = Lanes.load(start, at).abs().max(value.abs());
            DoubleVector scale = magnitude.mul(relative).add(absolute);
            DoubleVector own = difference.abs().div(scale).add(value.mul(0));
            Lanes.load(error, 0).max(own).intoArray(error, 0);
        }
    }

    /** The smaller of two norms of the Jacobian. */
    private void boundRates() {
        Arrays.fill(columnSums, 0);
        Arrays.fill(rowSums, 0);
        for (int i = 0; i < size; i++) {
            for (int k = pattern.rowStart(i); k < pattern.rowStart(i + 1); k++) {
                DoubleVector magnitude = Lanes.load(memory, jacobianAt[k]).abs();
                int column = pattern.column(k) * COUNT;
                Lanes.load(columnSums, column).add(magnitude).intoArray(columnSums, column);
                Lanes.load(rowSums, i * COUNT).add(magnitude).intoArray(rowSums, i * COUNT);
            }
        }
        for (int lane = 0; lane < COUNT; lane++) {
            double rows = 0;
            double columns = 0;
            for (int at = lane; at < length; at += COUNT) {
                rows = Math.max(rows, rowSums[at]);
                columns = Math.max(columns, columnSums[at]);
            }
            rateBound[lane] = Math.min(rows, columns);
        }
    }

    /** Prepares values within the step. */
    void prepareDense() {
        for (int term = 0; term < DENSE_TERMS; term++) {
            Arrays.fill(dense, term * length, (term + 1) * length, 0);
            LaneSums.add(dense, term * length, length, stages, denseWeights[term]);
        }
    }

    /** Evaluates the observables at these times, each within its lane's step. */
    void observe(double[] times) {
        interpolate(times);
        System.arraycopy(times, 0, memory, plan.timeAt(), COUNT);
        observables.evaluate(memory);
    }

    /** Lets the steps of these lanes end at these times within them. */
    void endAt(double[] times, boolean[] which) {
        interpolate(times);
        for (int lane = 0; lane < COUNT; lane++) {
            if (which[lane]) {
                endTime[lane] = times[lane];
                for (int at = lane; at < length; at += COUNT) {
                    end[at] = memory[at];
                }
            }
        }
    }

    private void interpolate(double[] times) {
        DoubleVector time = Lanes.load(times, 0);
        DoubleVector from = Lanes.load(startTime, 0);
        DoubleVector x = time.sub(from).div(Lanes.load(endTime, 0).sub(from));
        DoubleVector r = Lanes.broadcast(1).sub(x);
        for (int at = 0; at < length; at += COUNT) {
            DoubleVector bend = Lanes.load(dense, length + at).add(x.mul(Lanes.load(dense, 2 * length + at)));
            bend = Lanes.load(dense, at).add(x.mul(bend));
            r.mul(Lanes.load(start, at))
                    .add(x.mul(Lanes.load(end, at).add(r.mul(bend))))
                    .intoArray(memory, at);
        }
    }

    /** The observables of a lane. */
    double[] observed(int lane) {
        double[] values = new double[observableAt.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = memory[observableAt[i] + lane];
        }
        return values;
    }

    /** Takes the end of the step as the next start in lanes where {@code accepted} is positive. */
    void proceed(double[] accepted) {
        var mask = Lanes.load(accepted, 0).compare(VectorOperators.GT, 0);
        Lanes.load(startTime, 0).blend(Lanes.load(endTime, 0), mask).intoArray(startTime, 0);
        for (int at = 0; at < length; at += COUNT) {
            Lanes.load(start, at).blend(Lanes.load(end, at), mask).intoArray(start, at);
        }
    }
}
