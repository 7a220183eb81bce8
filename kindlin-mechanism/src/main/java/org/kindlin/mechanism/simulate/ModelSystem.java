package org.kindlin.mechanism.simulate;

import java.util.Optional;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.Formulas;
import org.kindlin.mechanism.compile.StateVariable;
import org.kindlin.numerics.ode.OdeSystem;
import org.kindlin.numerics.ode.RootFunctions;
import org.kindlin.numerics.sparse.LuKernel;
import org.kindlin.numerics.sparse.SparsePattern;

/** A compiled model as the integrator sees it. A model without states has one that never changes. */
final class ModelSystem implements OdeSystem, RootFunctions {
    private final CompiledModel model;
    private final PastValues past;
    private final double[] parameters;
    private final boolean empty;
    private final double[] derivativeWork;
    private final double[] jacobianWork;
    private final double[] rootWork;

    /** @param parameters read at every evaluation, so that events can change them */
    ModelSystem(CompiledModel model, PastValues past, double[] parameters) {
        this.model = model;
        this.past = past;
        this.parameters = parameters;
        this.empty = model.equations().states().isEmpty();
        this.derivativeWork = model.derivatives().newWork();
        this.jacobianWork = model.jacobian().newWork();
        this.rootWork = model.roots().newWork();
    }

    @Override
    public int dimension() {
        return empty ? 1 : model.equations().states().size();
    }

    @Override
    public void derivatives(double time, double[] state, double[] derivatives) {
        if (empty) {
            derivatives[0] = 0;
            return;
        }
        model.derivatives()
                .kernel()
                .evaluate(time, state, parameters, past.values(time, state, parameters), derivativeWork, derivatives);
    }

    @Override
    public SparsePattern jacobianPattern() {
        return empty ? SparsePattern.dense(1) : model.pattern();
    }

    @Override
    public void jacobian(double time, double[] state, double[] values) {
        if (empty) {
            values[0] = 0;
            return;
        }
        model.jacobian()
                .kernel()
                .evaluate(time, state, parameters, past.values(time, state, parameters), jacobianWork, values);
        for (int i = 0; i < values.length; i++) {
            // Where a derivative does not exist (a root at zero) the error control of the step must do without.
            if (!Double.isFinite(values[i])) {
                values[i] = 0;
            }
        }
    }

    @Override
    public boolean isAutonomous() {
        return empty || model.autonomous();
    }

    @Override
    public Optional<LuKernel> luKernel() {
        return empty ? Optional.empty() : model.linear().kernel();
    }

    @Override
    public boolean isAlgebraic(int state) {
        return !empty && model.equations().states().get(state).kind() == StateVariable.Kind.ALGEBRAIC;
    }

    @Override
    public int count() {
        return model.roots().count();
    }

    @Override
    public RootFunctions ofTime() {
        return new ModelTimeRoots(model, () -> parameters);
    }

    @Override
    public boolean onlyOfTime() {
        return model.rootsOfTime();
    }

    @Override
    public boolean monotone() {
        return model.rootsMonotone();
    }

    @Override
    public void values(double time, double[] state, double[] values) {
        evaluate(model.roots(), time, state, rootWork, values);
    }

    /** Other formulas of the model at this point. */
    void evaluate(Formulas formulas, double time, double[] state, double[] work, double[] values) {
        formulas.kernel().evaluate(time, state, parameters, past.values(time, state, parameters), work, values);
    }
}
