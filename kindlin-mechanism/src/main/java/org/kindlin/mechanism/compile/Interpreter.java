package org.kindlin.mechanism.compile;

import java.util.Arrays;

/**
 * Evaluates nodes one by one without making code: for what is evaluated a few times only, and as the twin that compiled
 * code is held against. Values of nodes are kept in the scratch array, so an interpreter holds no state.
 */
final class Interpreter implements Kernel {
    private final int[] outputs;
    private final Op[] ops;
    private final int[][] arguments;
    private final double[] values;

    private Interpreter(Op[] ops, int[][] arguments, double[] values, int[] outputs) {
        this.ops = ops;
        this.arguments = arguments;
        this.values = values;
        this.outputs = outputs;
    }

    static Formulas of(Graph graph, int... nodes) {
        boolean[] needed = graph.needed(nodes);
        int[] place = new int[needed.length];
        int count = 0;
        for (int node = 0; node < needed.length; node++) {
            if (needed[node]) {
                place[node] = count++;
            }
        }
        Op[] ops = new Op[count];
        int[][] arguments = new int[count][];
        double[] values = new double[count];
        for (int node = 0; node < needed.length; node++) {
            if (needed[node]) {
                int at = place[node];
                ops[at] = graph.op(node);
                values[at] = graph.value(node);
                arguments[at] = Arrays.stream(graph.arguments(node))
                        .map(argument -> place[argument])
                        .toArray();
            }
        }
        int[] outputs = Arrays.stream(nodes).map(node -> place[node]).toArray();
        return new Formulas(new Interpreter(ops, arguments, values, outputs), nodes.length, count);
    }

    @Override
    public void evaluate(
            double time, double[] state, double[] parameters, double[] delayed, double[] work, double[] out) {
        for (int i = 0; i < ops.length; i++) {
            work[i] = switch (ops[i]) {
                case CONSTANT -> values[i];
                case TIME -> time;
                case STATE -> state[(int) values[i]];
                case PARAMETER -> parameters[(int) values[i]];
                case DELAYED -> delayed[(int) values[i]];
                case ADD -> sum(arguments[i], work);
                default -> operator(ops[i], arguments[i], work);
            };
        }
        for (int i = 0; i < outputs.length; i++) {
            out[i] = work[outputs[i]];
        }
    }

    private static double sum(int[] terms, double[] work) {
        double sum = work[terms[0]];
        for (int i = 1; i < terms.length; i++) {
            sum += work[terms[i]];
        }
        return sum;
    }

    private static double operator(Op op, int[] of, double[] work) {
        double b = of.length > 1 ? work[of[1]] : 0;
        double c = of.length > 2 ? work[of[2]] : 0;
        return Arithmetic.value(op, work[of[0]], b, c);
    }
}
