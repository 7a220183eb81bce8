package org.kindlin.benchmarks.trajectories;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kindlin.mechanism.compile.Derivatives;
import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.Gradient;
import org.kindlin.mechanism.compile.Graph;
import org.kindlin.mechanism.compile.Op;
import org.kindlin.numerics.ode.ParameterPattern;

/** A trajectory as C source for the peers in C: straight-line right-hand side and derivatives from the same graph. */
final class CvodeSource {
    private final Graph graph;
    private final StringBuilder text = new StringBuilder();

    private CvodeSource(Graph graph) {
        this.graph = graph;
    }

    /** The source for {@code cvode_peer.c}. */
    static String of(TrajectoryProblem problem, double[][] exact) {
        return model(problem, exact).text.append("#include \"cvode_peer.c\"\n").toString();
    }

    /** The source for {@code cvodes_peer.c}. */
    static String of(
            TrajectoryProblem problem,
            LogarithmicSensitivities system,
            double[][] exact,
            double[][] exactSensitivities) {
        CvodeSource source = model(problem, exact);
        ParameterPattern pattern = system.parameterPattern();
        source.define("COLUMNS", system.parameters()).define("PARTIALS", pattern.count());
        source.text.append("static const int partialState[] = {" + join(pattern.state()) + "}, partialColumn[] = {"
                + join(pattern.parameter()) + "};\n");
        source.rows("exactSensitivities", exactSensitivities);
        source.function("by_parameter", system.nodes());
        return source.text.append("#include \"cvodes_peer.c\"\n").toString();
    }

    private static CvodeSource model(TrajectoryProblem problem, double[][] exact) {
        Equations equations = problem.model().equations();
        CvodeSource source = new CvodeSource(equations.graph());
        int n = problem.states();
        java.util.List<Gradient> gradients = new Derivatives(equations.graph(), Op.STATE).of(equations.derivatives());
        int[] starts = new int[n + 1];
        StringBuilder rows = new StringBuilder();
        int[] nodes = new int[problem.model().pattern().nonZeros()];
        int count = 0;
        for (int column = 0; column < n; column++) {
            for (int row = 0; row < n; row++) {
                int at = Arrays.binarySearch(gradients.get(row).variables(), column);
                if (at >= 0) {
                    nodes[count++] = gradients.get(row).nodes()[at];
                    rows.append(row).append(',');
                }
            }
            starts[column + 1] = count;
        }
        source.text.append("#include <math.h>\n");
        source.define("STATES", n)
                .define("ELEMENTS", count)
                .define("OUTPUTS", exact.length)
                .define("END", problem.end());
        source.array("parameters", problem.start().parameters())
                .array("initial", problem.start().state());
        source.text.append("static const int rowStart[] = {" + join(starts) + "}, rowIndex[] = {" + rows + "};\n");
        source.rows("exact", exact);
        source.function("right_hand_side", equations.derivatives());
        source.function("jacobian", nodes);
        return source;
    }

    private void rows(String name, double[][] rows) {
        text.append("static const double " + name + "[][" + rows[0].length + "] = {\n");
        for (double[] row : rows) {
            text.append('{').append(join(row)).append("},\n");
        }
        text.append("};\n");
    }

    private CvodeSource define(String name, double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e9;
        text.append(
                "#define " + name + " " + (whole && !name.equals("END") ? Long.toString((long) value) : value) + "\n");
        return this;
    }

    private CvodeSource array(String name, double[] values) {
        text.append("static double " + name + "[] = {" + join(values) + "};\n");
        return this;
    }

    private static String join(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> Double.isNaN(value) ? "NAN" : Double.toString(value))
                .collect(Collectors.joining(","));
    }

    private static String join(int[] values) {
        return Arrays.stream(values).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private void function(String name, int[] outputs) {
        text.append("static void " + name + "(double t, const double *y, const double *p, double *out) {\n");
        boolean[] needed = graph.needed(outputs);
        for (int node = 0; node < needed.length; node++) {
            if (needed[node]) {
                text.append("  const double n" + node + " = " + formula(node) + ";\n");
            }
        }
        for (int i = 0; i < outputs.length; i++) {
            text.append("  out[" + i + "] = n" + outputs[i] + ";\n");
        }
        text.append("}\n");
    }

    private String formula(int node) {
        String[] of = Arrays.stream(graph.arguments(node))
                .mapToObj(each -> "n" + each)
                .toArray(String[]::new);
        Op op = graph.op(node);
        return switch (op) {
            case CONSTANT -> Double.toString(graph.value(node));
            case TIME -> "t";
            case STATE -> "y[" + graph.index(node) + "]";
            case PARAMETER -> "p[" + graph.index(node) + "]";
            case ADD -> String.join(" + ", of);
            case MULTIPLY -> of[0] + " * " + of[1];
            case DIVIDE -> of[0] + " / " + of[1];
            case NEGATE -> "-" + of[0];
            case LESS -> of[0] + " < " + of[1];
            case LESS_OR_EQUAL -> of[0] + " <= " + of[1];
            case AND -> of[0] + " != 0 && " + of[1] + " != 0";
            case OR -> of[0] + " != 0 || " + of[1] + " != 0";
            case NOT -> of[0] + " == 0";
            case SELECT -> of[0] + " != 0 ? " + of[1] + " : " + of[2];
            case POWER -> "pow(" + of[0] + ", " + of[1] + ")";
            case MAX, MIN -> "f" + op.name().toLowerCase(Locale.ROOT) + "(" + of[0] + ", " + of[1] + ")";
            case LN -> "log(" + of[0] + ")";
            case EXP, SQRT, LOG10, SIN, COS, TANH -> op.name().toLowerCase(Locale.ROOT) + "(" + of[0] + ")";
            default -> throw new IllegalArgumentException(op + " has no C here");
        };
    }
}
