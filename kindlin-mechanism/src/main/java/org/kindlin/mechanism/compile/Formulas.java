package org.kindlin.mechanism.compile;

/**
 * Several formulas compiled together.
 *
 * @param kernel the code; stateless, may be shared between threads
 * @param count how many formulas
 * @param workSize length of the scratch array that one evaluation needs
 */
public record Formulas(Kernel kernel, int count, int workSize) {

    /** The values of these nodes, in this order, evaluated without making code: for a few evaluations. */
    public static Formulas interpreted(Graph graph, int... nodes) {
        return Interpreter.of(graph, nodes);
    }

    /** The values of these nodes, in this order, as code: for many evaluations. */
    public static Formulas compiled(Graph graph, int... nodes) {
        return FormulaCompiler.compile(graph, nodes);
    }

    /** A scratch array of the right length. */
    public double[] newWork() {
        return new double[workSize];
    }
}
