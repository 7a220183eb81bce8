package org.kindlin.mechanism.simulate;

import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.Formulas;

/** What a model starts from as functions of the given parameters, ready to be evaluated many times. Stateless. */
public final class InitialFormulas {
    private static final double[] NO_PAST = new double[0];

    private final Formulas parameters;
    private final Formulas states;

    /** The formulas of a model. */
    public InitialFormulas(Equations equations) {
        parameters = Formulas.interpreted(equations.graph(), equations.initialParameters());
        states = Formulas.interpreted(equations.graph(), equations.initialStates());
    }

    /** The start with these given parameters. */
    public InitialPoint at(double[] given, double time) {
        double[] p = new double[parameters.count()];
        double[] y = new double[states.count()];
        parameters.kernel().evaluate(time, NO_PAST, given, NO_PAST, parameters.newWork(), p);
        states.kernel().evaluate(time, NO_PAST, given, NO_PAST, states.newWork(), y);
        return new InitialPoint(time, y, p);
    }
}
