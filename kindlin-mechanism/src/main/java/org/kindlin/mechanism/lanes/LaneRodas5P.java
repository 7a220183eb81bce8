package org.kindlin.mechanism.lanes;

import static org.kindlin.numerics.ode.Rodas5PTableau.STAGES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import org.kindlin.numerics.ode.Rodas5PTableau;

/**
 * Steps of Rodas5P in lanes, each of its own length from its own time, by the arithmetic of the scalar method. Whatever
 * is not finite, and pivots that do not hold, make a lane unfit.
 */
final class LaneRodas5P extends LaneStepper {
    private static final int DENSE_TERMS = 3;

    private final boolean bounded;
    private final double[] laterSlope;
    private final double[] dense;
    private final double[] columnSums;
    private final double[] check = new double[COUNT];
    private final double[] inverseDelay = new double[COUNT];
    private final double[][] argumentWeights = new double[STAGES][];
    private final double[][] rightWeights = new double[STAGES][];
    private final double[][] denseWeights = new double[DENSE_TERMS][];

    /** A bound of the rates at the start of the last attempt, where it was asked for. */
    final double[] rateBound = new double[COUNT];

    /** @param bounded whether rates are to be bounded as well */
    LaneRodas5P(LaneSystem system, double relative, double absolute, boolean bounded) {
        super(system, relative, absolute);
        this.bounded = bounded;
        laterSlope = new double[length];
        dense = new double[DENSE_TERMS * length];
        columnSums = new double[size];
        for (int s = 0; s < STAGES; s++) {
            argumentWeights[s] = Rodas5PTableau.argument(s);
            rightWeights[s] = Rodas5PTableau.right(s);
        }
        for (int term = 0; term < DENSE_TERMS; term++) {
            denseWeights[term] = Rodas5PTableau.dense(term);
        }
    }

    @Override
    int errorOrder() {
        return 5;
    }

    @Override
    void attempt() {
        DoubleVector h = Lanes.load(step, 0);
        Lanes.load(startTime, 0).add(h).intoArray(endTime, 0);
        Lanes.broadcast(1).div(h.mul(Rodas5PTableau.GAMMA)).intoArray(memory, system.shift);
        Lanes.broadcast(1).div(h).intoArray(memory, system.inverseStep);
        linearise();
        for (int lane = 0; bounded && lane < COUNT; lane++) {
            rateBound[lane] = system.rateBound(memory, lane, columnSums);
        }
        system.factors.evaluate(memory, 0);
        for (int lane = 0; lane < COUNT; lane++) {
            fit[lane] = memory[system.certain + lane] > 0 || system.pivotsHold(memory, lane);
        }
        int stage = system.stages;
        Arrays.fill(memory, stage, stage + length, 0);
        solve(0);
        for (int s = 1; s < STAGES; s++) {
            LaneSums.next(memory, start, system.stages, argumentWeights[s], rightWeights[s]);
            setTime(s);
            system.derivatives.evaluate(memory, 0);
            solve(s);
        }
        finish();
    }

    /** f and its Jacobian at the start of the step. */
    private void linearise() {
        System.arraycopy(start, 0, memory, 0, length);
        if (system.autonomous) {
            system.linearised.evaluate(memory, 0);
            return;
        }
        for (int lane = 0; lane < COUNT; lane++) {
            double later = startTime[lane]
                    + Math.max(1e-7 * step[lane], Math.min(128 * Math.ulp(startTime[lane]), step[lane]));
            memory[system.time + lane] = later;
            inverseDelay[lane] = 1 / (later - startTime[lane]);
        }
        system.derivatives.evaluate(memory, 0);
        for (int i = 0; i < size; i++) {
            Lanes.load(memory, system.slopes[i]).intoArray(laterSlope, i * COUNT);
        }
        System.arraycopy(startTime, 0, memory, system.time, COUNT);
        system.linearised.evaluate(memory, 0);
        for (int i = 0; i < size; i++) {
            Lanes.load(laterSlope, i * COUNT)
                    .sub(Lanes.load(memory, system.slopes[i]))
                    .mul(Lanes.load(inverseDelay, 0))
                    .intoArray(memory, system.timeSlopes + i * COUNT);
        }
    }

    private void setTime(int stage) {
        if (system.autonomous) {
            return;
        }
        if (stage < 5) {
            Lanes.load(startTime, 0)
                    .add(Lanes.load(step, 0).mul(Rodas5PTableau.time(stage)))
                    .intoArray(memory, system.time);
        } else {
            System.arraycopy(endTime, 0, memory, system.time, COUNT);
        }
    }

    private void solve(int stage) {
        if (!system.autonomous) {
            Lanes.load(step, 0).mul(Rodas5PTableau.byTime(stage)).intoArray(memory, system.timeWeight);
        }
        system.solution.evaluate(memory, system.stages + stage * length);
    }

    /** The end of the step and its error, which is not a number where anything at the end is not finite. */
    private void finish() {
        Arrays.fill(error, 0);
        Arrays.fill(check, 0);
        int last = system.stages + (STAGES - 1) * length;
        for (int at = 0; at < length; at += COUNT) {
            DoubleVector difference = Lanes.load(memory, last + at);
            DoubleVector value = Lanes.load(memory, at).add(difference);
            value.intoArray(end, at);
            DoubleVector from = Lanes.load(start, at).abs();
            DoubleVector to = value.abs();
            DoubleVector scale = from.blend(to, to.compare(VectorOperators.GT, from))
                    .mul(relative)
                    .add(absolute);
            DoubleVector own = difference.abs().div(scale);
            DoubleVector largest = Lanes.load(error, 0);
            largest.blend(own, own.compare(VectorOperators.GT, largest)).intoArray(error, 0);
            Lanes.load(check, 0).add(value.mul(0)).add(own.mul(0)).intoArray(check, 0);
        }
        Lanes.load(error, 0).add(Lanes.load(check, 0)).intoArray(error, 0);
    }

    @Override
    void prepareDense() {
        LaneSums.dense(dense, length, memory, system.stages, denseWeights);
    }

    @Override
    void interpolate(int lane, double time, double[] state) {
        double x = (time - startTime[lane]) / (endTime[lane] - startTime[lane]);
        double r = 1 - x;
        for (int i = 0; i < size; i++) {
            int at = i * COUNT + lane;
            double bend = dense[at] + x * (dense[length + at] + x * dense[2 * length + at]);
            state[i] = r * start[at] + x * (end[at] + r * bend);
        }
    }
}
