package org.kindlin.mechanism.simulate;

import java.util.function.Supplier;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.numerics.ode.RootFunctions;

/** The root functions of a model that depend on no state. */
public final class ModelTimeRoots implements RootFunctions {
    private static final double[] NO_PAST = new double[0];

    private final CompiledModel model;
    private final Supplier<double[]> parameters;
    private final double[] work;

    /** @param parameters asked for at every evaluation, so that they may change */
    public ModelTimeRoots(CompiledModel model, Supplier<double[]> parameters) {
        this.model = model;
        this.parameters = parameters;
        this.work = model.timeRoots().newWork();
    }

    @Override
    public int count() {
        return model.timeRoots().count();
    }

    @Override
    public boolean onlyOfTime() {
        return true;
    }

    @Override
    public boolean monotone() {
        return model.rootsMonotone();
    }

    @Override
    public void values(double time, double[] noState, double[] values) {
        model.timeRoots().kernel().evaluate(time, noState, parameters.get(), NO_PAST, work, values);
    }
}
