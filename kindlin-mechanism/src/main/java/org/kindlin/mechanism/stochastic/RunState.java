package org.kindlin.mechanism.stochastic;

import org.kindlin.mechanism.compile.Equations;
import org.kindlin.mechanism.compile.Formulas;

/** Where one run stands. Mutable; shared by what takes part in the run. */
final class RunState {
    private static final double[] NO_PAST = new double[0];

    double time;
    final double[] amounts;
    final double[] parameters;
    private final double[] given;
    private final Formulas startParameters;
    private final Formulas startStates;
    private final double[] work;

    RunState(JumpNetwork network) {
        Equations equations = network.model().equations();
        this.given = equations.given();
        this.startParameters = Formulas.interpreted(equations.graph(), equations.initialParameters());
        this.startStates = Formulas.interpreted(equations.graph(), equations.initialStates());
        this.amounts = new double[equations.states().size()];
        this.parameters = new double[given.length];
        this.work = new double[Math.max(startParameters.workSize(), startStates.workSize())];
    }

    /** Goes back to the start. */
    void restart(double at) {
        time = at;
        startParameters.kernel().evaluate(at, amounts, given, NO_PAST, work, parameters);
        startStates.kernel().evaluate(at, amounts, given, NO_PAST, work, amounts);
    }

    /** Evaluates formulas here. */
    void evaluate(Formulas formulas, double[] scratch, double[] out) {
        formulas.kernel().evaluate(time, amounts, parameters, NO_PAST, scratch, out);
    }

    /** Evaluates formulas at another time. */
    void evaluateAt(double at, Formulas formulas, double[] scratch, double[] out) {
        formulas.kernel().evaluate(at, amounts, parameters, NO_PAST, scratch, out);
    }
}
