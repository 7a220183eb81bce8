package org.kindlin.mechanism.stochastic;

import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.compile.StateVariable;
import org.kindlin.numerics.ode.Advance;
import org.kindlin.numerics.ode.IntegrationMethod;
import org.kindlin.numerics.ode.OdeIntegrator;
import org.kindlin.numerics.ode.OdeOptions;
import org.kindlin.numerics.ode.OdeSystem;
import org.kindlin.numerics.ode.RootFunctions;
import org.kindlin.numerics.sparse.SparsePattern;

/**
 * A stretch between jumps during which rate rules act: the integral of the total propensity is a state of its own, and
 * the next jump comes where it reaches a number drawn from the exponential distribution (M. H. A. Davis, J. R. Stat. Soc.
 * B 46:353, 1984). A workspace.
 */
final class ContinuousStretch implements OdeSystem, RootFunctions {
    private static final double[] NO_PAST = new double[0];
    private static final OdeOptions OPTIONS = OdeOptions.of(1e-8, 1e-10).withMethod(IntegrationMethod.NON_STIFF);

    private final JumpNetwork network;
    private final CompiledModel model;
    private final RunState run;
    private final int states;
    private final boolean[] ruled;
    private final double[] rates;
    private final double[] rateWork;
    private final double[] propensities;
    private final double[] propensityWork;
    private final double[] roots;
    private final double[] rootWork;
    private final double[] point;
    private final OdeIntegrator integrator;
    private double threshold;

    ContinuousStretch(JumpNetwork network, RunState run) {
        this.network = network;
        this.model = network.model();
        this.run = run;
        this.states = model.equations().states().size();
        this.ruled = new boolean[states];
        for (int i = 0; i < states; i++) {
            ruled[i] = model.equations().states().get(i).kind() == StateVariable.Kind.VALUE;
        }
        this.rates = new double[states];
        this.rateWork = model.derivatives().newWork();
        this.propensities = new double[network.reactions()];
        this.propensityWork = network.propensities().newWork();
        this.roots = new double[model.roots().count()];
        this.rootWork = model.roots().newWork();
        this.point = new double[states + 1];
        this.integrator = new OdeIntegrator(this, this, OPTIONS);
    }

    /**
     * Goes on to this time, or to the next jump or change of a condition, whichever comes first; jumps where one is due.
     *
     * @return the time reached
     */
    double to(double limit, RunRandom random) {
        threshold = network.reactions() == 0 ? Double.POSITIVE_INFINITY : random.exponential();
        System.arraycopy(run.amounts, 0, point, 0, states);
        point[states] = 0;
        integrator.start(run.time, point);
        if (integrator.advance(limit) instanceof Advance.Failed failed) {
            throw new RunFailure(failed.text(), "check the rates at that time");
        }
        integrator.copyState(point);
        System.arraycopy(point, 0, run.amounts, 0, states);
        if (network.reactions() > 0 && point[states] >= threshold) {
            jump(integrator.time(), random.uniform());
        }
        return integrator.time();
    }

    private void jump(double time, double draw) {
        run.evaluateAt(time, network.propensities(), propensityWork, propensities);
        double total = 0;
        for (double each : propensities) {
            total += each;
        }
        int reaction = JumpRun.chosen(propensities, draw * total);
        int[] changed = network.changedStates(reaction);
        for (int i = 0; i < changed.length; i++) {
            run.amounts[changed[i]] += network.changes(reaction)[i];
        }
    }

    @Override
    public int dimension() {
        return states + 1;
    }

    @Override
    public void derivatives(double time, double[] state, double[] derivatives) {
        model.derivatives().kernel().evaluate(time, state, run.parameters, NO_PAST, rateWork, rates);
        for (int i = 0; i < states; i++) {
            derivatives[i] = ruled[i] ? rates[i] : 0;
        }
        network.propensities().kernel().evaluate(time, state, run.parameters, NO_PAST, propensityWork, propensities);
        double total = 0;
        for (double each : propensities) {
            total += each;
        }
        derivatives[states] = total;
    }

    @Override
    public SparsePattern jacobianPattern() {
        return SparsePattern.dense(states + 1);
    }

    @Override
    public void jacobian(double time, double[] state, double[] values) {
        throw new IllegalStateException("the explicit method needs no Jacobian");
    }

    @Override
    public int count() {
        return roots.length + 1;
    }

    @Override
    public void values(double time, double[] state, double[] values) {
        model.roots().kernel().evaluate(time, state, run.parameters, NO_PAST, rootWork, roots);
        System.arraycopy(roots, 0, values, 0, roots.length);
        values[roots.length] = state[states] - threshold;
    }
}
