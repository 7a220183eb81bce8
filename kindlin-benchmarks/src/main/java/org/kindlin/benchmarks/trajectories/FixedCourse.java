package org.kindlin.benchmarks.trajectories;

import java.util.Optional;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.numerics.ode.OdeSystem;
import org.kindlin.numerics.ode.RootFunctions;
import org.kindlin.numerics.sparse.LuKernel;
import org.kindlin.numerics.sparse.SparsePattern;

/** A compiled model with fixed parameters. */
class FixedCourse implements OdeSystem, RootFunctions {
    static final double[] NO_PAST = new double[0];

    private final CompiledModel model;
    private final double[] parameters;
    private final double[] slopeWork;
    private final double[] jacobianWork;
    private final double[] rootWork;

    FixedCourse(CompiledModel model, double[] parameters) {
        this.model = model;
        this.parameters = parameters;
        this.slopeWork = model.derivatives().newWork();
        this.jacobianWork = model.jacobian().newWork();
        this.rootWork = model.roots().newWork();
    }

    @Override
    public int dimension() {
        return model.derivatives().count();
    }

    @Override
    public void derivatives(double time, double[] state, double[] derivatives) {
        model.derivatives().kernel().evaluate(time, state, parameters, NO_PAST, slopeWork, derivatives);
    }

    @Override
    public SparsePattern jacobianPattern() {
        return model.pattern();
    }

    @Override
    public void jacobian(double time, double[] state, double[] values) {
        model.jacobian().kernel().evaluate(time, state, parameters, NO_PAST, jacobianWork, values);
    }

    @Override
    public boolean isAutonomous() {
        return model.autonomous();
    }

    @Override
    public Optional<LuKernel> luKernel() {
        return model.linear().kernel();
    }

    @Override
    public int count() {
        return model.roots().count();
    }

    @Override
    public void values(double time, double[] state, double[] values) {
        model.roots().kernel().evaluate(time, state, parameters, NO_PAST, rootWork, values);
    }
}
