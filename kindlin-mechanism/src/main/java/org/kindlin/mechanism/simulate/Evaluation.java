package org.kindlin.mechanism.simulate;

import org.kindlin.mechanism.compile.Formulas;

/** Formulas with the arrays to evaluate them in. */
final class Evaluation {
    private final Formulas formulas;
    private final PastValues past;
    private final double[] work;
    private final double[] out;

    Evaluation(Formulas formulas, PastValues past) {
        this.formulas = formulas;
        this.past = past;
        this.work = formulas.newWork();
        this.out = new double[formulas.count()];
    }

    /** The values at a moment; the array is reused by the next call. */
    double[] at(Moment moment) {
        return at(moment.time, moment.state, moment.parameters);
    }

    double[] at(double time, double[] state, double[] parameters) {
        formulas.kernel().evaluate(time, state, parameters, past.values(time, state, parameters), work, out);
        return out;
    }
}
