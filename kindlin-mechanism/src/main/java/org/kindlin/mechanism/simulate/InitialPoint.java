package org.kindlin.mechanism.simulate;

import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.Formulas;

/**
 * Where a model starts, before algebraic rules and events.
 *
 * @param state the states
 * @param parameters the parameters, after initial assignments
 */
public record InitialPoint(double time, double[] state, double[] parameters) {
    private static final double[] NO_PAST = new double[0];

    /** The start of a model with these given parameters. */
    public static InitialPoint of(Equations equations, double[] given, double time) {
        return new InitialFormulas(equations).at(given, time);
    }

    /** The value of a node that refers to no past. */
    public double value(Equations equations, int node) {
        Formulas formula = Formulas.interpreted(equations.graph(), node);
        double[] out = new double[1];
        formula.kernel().evaluate(time, state, parameters, NO_PAST, formula.newWork(), out);
        return out[0];
    }
}
