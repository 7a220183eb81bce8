package org.kindlin.mechanism.lanes;

import static org.kindlin.numerics.ode.Dop853Coefficients.LAST;
import static org.kindlin.numerics.ode.Dop853Coefficients.STAGES;

import java.util.Arrays;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.kindlin.numerics.ode.Dop853Coefficients;

/** Steps of the explicit method of Dormand and Prince of order eight in lanes. */
final class LaneDormandPrince extends LaneStepper {
    private static final int DENSE_TERMS = 7;
    /** Higher terms of dense output begin here. */
    private static final int HIGHER = 3;

    private final int[][] used = new int[LAST + 1][];
    private final double[][] weights = new double[LAST + 1][];
    private final double[] fifthWeights = Dop853Coefficients.fifth();
    private final double[] thirdWeights = Dop853Coefficients.third();
    private final int[][] denseUsed = new int[DENSE_TERMS - HIGHER][];
    private final double[][] denseWeights = new double[DENSE_TERMS - HIGHER][];
    /** Slopes of the stages one after the other. */
    private final double[] slopes;

    /** Lengths of the steps of the last attempt. */
    private final double[] taken = new double[COUNT];

    private final double[] lastArgument;
    private final double[] dense;
    private final double[] fives;
    private final double[] threes;
    private final double[] fifth = new double[COUNT];
    private final double[] third = new double[COUNT];
    private final double[] check = new double[COUNT];
    private final double[] rises = new double[COUNT];
    private final double[] runs = new double[COUNT];
    private boolean startSlopesKnown;

    LaneDormandPrince(LaneSystem system, double relative, double absolute) {
        super(system, relative, absolute);
        slopes = new double[(LAST + 1) * length];
        lastArgument = new double[length];
        dense = new double[DENSE_TERMS * length];
        fives = new double[length];
        threes = new double[length];
        for (int s = 0; s <= LAST; s++) {
            used[s] = Dop853Coefficients.used(s);
            weights[s] = Dop853Coefficients.weights(s);
        }
        for (int term = 0; term < denseUsed.length; term++) {
            double[] all = Dop853Coefficients.dense(term);
            denseUsed[term] =
                    IntStream.range(0, all.length).filter(s -> all[s] != 0).toArray();
            denseWeights[term] =
                    Arrays.stream(denseUsed[term]).mapToDouble(s -> all[s]).toArray();
        }
    }

    @Override
    int errorOrder() {
        return 8;
    }

    @Override
    void place(int lane, double time, double[] state, double[] parameters) {
        super.place(lane, time, state, parameters);
        startSlopesKnown = false;
    }

    @Override
    void endAt(int lane, double time) {
        super.endAt(lane, time);
        startSlopesKnown = false;
    }

    @Override
    void proceed(double[] accepted) {
        super.proceed(accepted);
        var mask = Lanes.load(accepted, 0).compare(VectorOperators.GT, 0);
        int last = STAGES * length;
        for (int at = 0; at < length; at += COUNT) {
            Lanes.load(slopes, at).blend(Lanes.load(slopes, last + at), mask).intoArray(slopes, at);
        }
    }

    @Override
    void attempt() {
        System.arraycopy(step, 0, taken, 0, COUNT);
        Lanes.load(startTime, 0).add(Lanes.load(taken, 0)).intoArray(endTime, 0);
        if (!startSlopesKnown) {
            System.arraycopy(start, 0, memory, 0, length);
            evaluate(startTime, 0);
            startSlopesKnown = true;
        }
        for (int stage = 1; stage < STAGES; stage++) {
            stage(stage);
        }
        System.arraycopy(memory, 0, lastArgument, 0, length);
        System.arraycopy(start, 0, end, 0, length);
        LaneSums.add(end, length, taken, slopes, used[STAGES], weights[STAGES]);
        estimate();
        System.arraycopy(end, 0, memory, 0, length);
        evaluate(endTime, STAGES);
        checkEndSlopes();
    }

    private void stage(int stage) {
        System.arraycopy(start, 0, memory, 0, length);
        LaneSums.add(memory, length, taken, slopes, used[stage], weights[stage]);
        if (!system.autonomous) {
            Lanes.load(startTime, 0)
                    .add(Lanes.load(taken, 0).mul(Dop853Coefficients.time(stage)))
                    .intoArray(memory, system.time);
        }
        takeSlopes(stage);
    }

    private void evaluate(double[] times, int stage) {
        System.arraycopy(times, 0, memory, system.time, COUNT);
        takeSlopes(stage);
    }

    private void takeSlopes(int stage) {
        system.derivatives.evaluate(memory, 0);
        int to = stage * length;
        for (int i = 0; i < size; i++) {
            Lanes.load(memory, system.slopes[i]).intoArray(slopes, to + i * COUNT);
        }
    }

    private DoubleVector tolerance(int at) {
        DoubleVector from = Lanes.load(start, at).abs();
        DoubleVector to = Lanes.load(end, at).abs();
        return from.blend(to, to.compare(VectorOperators.GT, from))
                .mul(relative)
                .add(absolute);
    }

    private void estimate() {
        Arrays.fill(fives, 0);
        Arrays.fill(threes, 0);
        LaneSums.add(fives, length, slopes, fifthWeights);
        LaneSums.add(threes, length, slopes, thirdWeights);
        Arrays.fill(fifth, 0);
        Arrays.fill(third, 0);
        Arrays.fill(check, 0);
        for (int at = 0; at < length; at += COUNT) {
            DoubleVector five = Lanes.load(fives, at);
            DoubleVector scale = tolerance(at);
            DoubleVector ownFifth = five.abs().div(scale);
            DoubleVector ownThird = Lanes.load(threes, at).abs().div(scale);
            DoubleVector largestFifth = Lanes.load(fifth, 0);
            DoubleVector largestThird = Lanes.load(third, 0);
            largestFifth
                    .blend(ownFifth, ownFifth.compare(VectorOperators.GT, largestFifth))
                    .intoArray(fifth, 0);
            largestThird
                    .blend(ownThird, ownThird.compare(VectorOperators.GT, largestThird))
                    .intoArray(third, 0);
            Lanes.load(check, 0)
                    .add(ownFifth.mul(0).add(ownThird.mul(0)))
                    .add(Lanes.load(end, at).mul(0))
                    .intoArray(check, 0);
        }
        for (int lane = 0; lane < COUNT; lane++) {
            double denominator = Math.sqrt(fifth[lane] * fifth[lane] + 0.01 * third[lane] * third[lane]);
            double value = denominator == 0 ? 0 : Math.abs(taken[lane]) * fifth[lane] * fifth[lane] / denominator;
            error[lane] = value + check[lane];
        }
    }

    /** A step that would be accepted needs a finite slope at its end. */
    private void checkEndSlopes() {
        Arrays.fill(check, 0);
        int last = STAGES * length;
        for (int at = 0; at < length; at += COUNT) {
            Lanes.load(check, 0).add(Lanes.load(slopes, last + at).mul(0)).intoArray(check, 0);
        }
        for (int lane = 0; lane < COUNT; lane++) {
            fit[lane] = !(error[lane] <= 1) || check[lane] == 0;
        }
    }

    /** Of every lane the step times the largest rate that acts between the last two stages. */
    void stiffness(double[] into) {
        Arrays.fill(rises, 0);
        Arrays.fill(runs, 0);
        int last = STAGES * length;
        for (int at = 0; at < length; at += COUNT) {
            DoubleVector scale = tolerance(at);
            DoubleVector rise = Lanes.load(slopes, last + at)
                    .sub(Lanes.load(slopes, last - length + at))
                    .div(scale);
            DoubleVector run =
                    Lanes.load(end, at).sub(Lanes.load(lastArgument, at)).div(scale);
            Lanes.load(rises, 0).add(rise.mul(rise)).intoArray(rises, 0);
            Lanes.load(runs, 0).add(run.mul(run)).intoArray(runs, 0);
        }
        for (int lane = 0; lane < COUNT; lane++) {
            into[lane] = runs[lane] > 0 ? taken[lane] * Math.sqrt(rises[lane] / runs[lane]) : 0;
        }
    }

    @Override
    void prepareDense() {
        for (int stage = STAGES + 1; stage <= LAST; stage++) {
            stage(stage);
        }
        int last = STAGES * length;
        for (int at = 0; at < length; at += COUNT) {
            DoubleVector h = Lanes.load(taken, 0);
            DoubleVector change = Lanes.load(end, at).sub(Lanes.load(start, at));
            DoubleVector first = Lanes.load(slopes, at);
            change.intoArray(dense, at);
            h.mul(first).sub(change).intoArray(dense, length + at);
            change.mul(2).sub(h.mul(Lanes.load(slopes, last + at).add(first))).intoArray(dense, 2 * length + at);
        }
        for (int term = 0; term < denseUsed.length; term++) {
            Arrays.fill(fives, 0);
            LaneSums.add(fives, length, taken, slopes, denseUsed[term], denseWeights[term]);
            System.arraycopy(fives, 0, dense, (HIGHER + term) * length, length);
        }
    }

    @Override
    void interpolate(int lane, double time, double[] state) {
        double x = (time - startTime[lane]) / (endTime[lane] - startTime[lane]);
        double r = 1 - x;
        int n = length;
        for (int i = 0; i < size; i++) {
            int at = i * COUNT + lane;
            double high = dense[3 * n + at] + x * (dense[4 * n + at] + r * (dense[5 * n + at] + x * dense[6 * n + at]));
            state[i] = start[at] + x * (dense[at] + r * (dense[n + at] + x * (dense[2 * n + at] + r * high)));
        }
    }
}
