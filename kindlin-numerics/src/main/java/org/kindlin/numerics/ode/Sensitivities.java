package org.kindlin.numerics.ode;

import org.kindlin.numerics.sparse.ColumnKernel;

/**
 * Forward sensitivities S = ∂y/∂p beside the steps of {@link Rodas5P}: M S′ = J(t) S + ∂f/∂p is linear once the state is
 * known, so after each accepted step the same Rosenbrock method, with the same factors, carries all columns of S over it,
 * J and ∂f/∂p being taken along the dense output of the state. No factorisation of its own; four more Jacobians a step, the
 * last of which is the first of the next. The fifth stage's and the derivative by time come from the quartic through these
 * five: the dense output is a quartic too, so they are exact for rates bilinear in the state and of its order for others.
 * Columns go in blocks that fill a vector. A workspace.
 */
final class Sensitivities {
    private static final int WITHIN = 3;

    private final ParametricSystem system;
    private final int size;
    private final SensitivityStages stages;
    private final double[] state;
    private final NodeValues jacobian;
    private ParameterPattern places = new ParameterPattern(new int[0], new int[0]);
    private double[] byParameter = new double[0];
    private boolean endKnown;

    Sensitivities(ParametricSystem system) {
        this.system = system;
        ColumnKernel kernel = system.columns().of(system.parameters());
        this.size = system.dimension();
        boolean[] algebraic = new boolean[size];
        for (int i = 0; i < size; i++) {
            algebraic[i] = system.isAlgebraic(i);
        }
        this.stages = new SensitivityStages(kernel, algebraic);
        this.state = new double[size];
        this.jacobian = new NodeValues(kernel, system.jacobianPattern().nonZeros());
    }

    void begin(double[] initial) {
        if (!places.equals(system.parameterPattern())) {
            places = system.parameterPattern();
            byParameter = new double[places.count()];
            stages.place(places);
        }
        stages.begin(initial);
        endKnown = false;
    }

    /** Carries the sensitivities over the step just accepted. */
    void follow(Rodas5P step) {
        double h = step.endTime - step.startTime;
        stages.proceed(endKnown);
        linearise(step, h);
        jacobian.interpolate();
        stages.follow(step.matrix, jacobian, h);
        step.knowEndJacobian(jacobian.end());
        endKnown = true;
    }

    /** Evaluates J and ∂f/∂p at the points of the step; those of its start are mostly known. */
    private void linearise(Rodas5P step, double h) {
        if (endKnown) {
            jacobian.proceed();
        } else {
            System.arraycopy(step.jacobian, 0, jacobian.known(0), 0, step.jacobian.length);
            System.arraycopy(step.start, 0, state, 0, size);
            system.parameterDerivatives(step.startTime, state, byParameter);
            stages.take(0, byParameter);
        }
        for (int node = 1; node <= WITHIN; node++) {
            double fraction = Rodas5PTableau.time(node);
            step.interpolate(fraction, state);
            linearise(step.startTime + fraction * h, node);
        }
        System.arraycopy(step.end, 0, state, 0, size);
        linearise(step.endTime, NodeValues.END);
    }

    private void linearise(double time, int node) {
        system.linearise(time, state, jacobian.known(node), byParameter);
        stages.take(node, byParameter);
    }

    /** Lets the sensitivities rest over a step. */
    void stand() {
        stages.stand();
    }

    /** The sensitivities at the end of the last step. */
    void copyEnd(double[] into) {
        stages.copyEnd(into);
    }

    /** The sensitivities at this fraction of the last step. */
    void interpolate(double x, double[] into) {
        stages.interpolate(x, into);
    }
}
