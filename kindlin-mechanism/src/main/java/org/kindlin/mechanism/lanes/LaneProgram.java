package org.kindlin.mechanism.lanes;

import java.util.List;
import jdk.incubator.vector.VectorOperators;
import org.kindlin.mechanism.compile.Arithmetic;
import org.kindlin.mechanism.compile.Op;

/**
 * Formulas as runs of equal operations between slots of a lane memory. An operation of all lanes costs so much more than
 * the look-up of its slots that loops over slots do as well as code made for the formulas, and they are compiled once for
 * all models.
 */
final class LaneProgram {
    private static final int COUNT = Lanes.COUNT;

    /**
     * Operations of one kind, in order.
     *
     * @param op what to do; {@link Op#ADD} with a varying number of terms
     * @param operands for each operation where the result goes, then the arguments; for sums where it goes, how many terms, then
     *     these
     * @param signs −1 beside terms of sums that are subtracted, 1 beside the others
     */
    record Run(Kind kind, Op op, int[] operands, double[] signs) {}

    /** What vectors do themselves, and the rest. */
    enum Kind {
        MULTIPLY,
        DIVIDE,
        ADD,
        SUBTRACT,
        SUM,
        NEGATE,
        SQRT,
        ABS,
        /** Functions of one to three arguments, lane by lane. */
        BY_LANE
    }

    private final Run[] runs;

    LaneProgram(List<Run> runs) {
        this.runs = runs.toArray(Run[]::new);
    }

    void evaluate(double[] memory) {
        for (Run run : runs) {
            int[] operands = run.operands;
            switch (run.kind) {
                case MULTIPLY -> multiply(memory, operands);
                case DIVIDE -> divide(memory, operands);
                case ADD -> add(memory, operands);
                case SUBTRACT -> subtract(memory, operands);
                case SUM -> sum(memory, operands, run.signs);
                case NEGATE -> negate(memory, operands);
                case SQRT -> sqrt(memory, operands);
                case ABS -> abs(memory, operands);
                case BY_LANE -> byLane(memory, run.op, operands);
            }
        }
    }

    private static void multiply(double[] m, int[] of) {
        for (int k = 0; k + 2 < of.length; k += 3) {
            Lanes.load(m, of[k + 1]).mul(Lanes.load(m, of[k + 2])).intoArray(m, of[k]);
        }
    }

    private static void divide(double[] m, int[] of) {
        for (int k = 0; k + 2 < of.length; k += 3) {
            Lanes.load(m, of[k + 1]).div(Lanes.load(m, of[k + 2])).intoArray(m, of[k]);
        }
    }

    private static void add(double[] m, int[] of) {
        for (int k = 0; k + 2 < of.length; k += 3) {
            Lanes.load(m, of[k + 1]).add(Lanes.load(m, of[k + 2])).intoArray(m, of[k]);
        }
    }

    private static void subtract(double[] m, int[] of) {
        for (int k = 0; k + 2 < of.length; k += 3) {
            Lanes.load(m, of[k + 1]).sub(Lanes.load(m, of[k + 2])).intoArray(m, of[k]);
        }
    }

    /** Signs are multiplied in: a branch between vectors would put them on the heap. */
    private static void sum(double[] m, int[] of, double[] signs) {
        int k = 0;
        while (k < of.length) {
            int into = of[k];
            int end = k + 2 + of[k + 1];
            Lanes.load(m, of[k + 2]).intoArray(m, into);
            k += 3;
            for (; k + 1 < end; k += 2) {
                Lanes.load(m, into)
                        .add(Lanes.load(m, of[k]).mul(signs[k]))
                        .add(Lanes.load(m, of[k + 1]).mul(signs[k + 1]))
                        .intoArray(m, into);
            }
            if (k < end) {
                Lanes.load(m, into).add(Lanes.load(m, of[k]).mul(signs[k])).intoArray(m, into);
                k++;
            }
        }
    }

    private static void negate(double[] m, int[] of) {
        for (int k = 0; k + 1 < of.length; k += 2) {
            Lanes.load(m, of[k + 1]).neg().intoArray(m, of[k]);
        }
    }

    private static void sqrt(double[] m, int[] of) {
        for (int k = 0; k + 1 < of.length; k += 2) {
            Lanes.load(m, of[k + 1]).lanewise(VectorOperators.SQRT).intoArray(m, of[k]);
        }
    }

    private static void abs(double[] m, int[] of) {
        for (int k = 0; k + 1 < of.length; k += 2) {
            Lanes.load(m, of[k + 1]).abs().intoArray(m, of[k]);
        }
    }

    /** As the scalar engine has it; of functions of fewer arguments the first stands for those that are not there. */
    private static void byLane(double[] m, Op op, int[] of) {
        for (int k = 0; k + 3 < of.length; k += 4) {
            for (int lane = 0; lane < COUNT; lane++) {
                m[of[k] + lane] = Arithmetic.value(op, m[of[k + 1] + lane], m[of[k + 2] + lane], m[of[k + 3] + lane]);
            }
        }
    }
}
