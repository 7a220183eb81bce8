package org.kindlin.numerics.ode;

import java.util.Arrays;
import org.kindlin.numerics.sparse.SparsePattern;

/**
 * Forward sensitivities S = ∂y/∂p beside the steps of {@link Rodas5P}: M S′ = J(t) S + ∂f/∂p is linear once the state is
 * known, so after each accepted step the same Rosenbrock method, with the same factors, carries all columns of S over it
 * together, J and ∂f/∂p being taken along the dense output of the state. No factorisation of its own; five more
 * Jacobians a step, the last of which is the first of the next step. A workspace.
 */
final class Sensitivities {
    private static final double[][] ARGUMENT = new double[Rodas5PTableau.STAGES][];
    private static final double[][] RIGHT = new double[Rodas5PTableau.STAGES][];

    static {
        Arrays.setAll(ARGUMENT, Rodas5PTableau::argument);
        Arrays.setAll(RIGHT, Rodas5PTableau::right);
    }

    private static final double SHORT = 1e-6;

    private final ParametricSystem system;
    private final SparsePattern pattern;
    private final int size;
    private final int width;
    private final double[][] stage = new double[8][];
    private final double[] argument;
    private final double[] state;
    private final double[] jacobian;
    private final double[] byParameter;
    private final double[] byTime;
    private final double[] byParameterAtEnd;
    private final boolean allDifferential;
    private boolean endKnown;
    private double[] start;
    private double[] end;

    Sensitivities(ParametricSystem system) {
        this.system = system;
        this.pattern = system.jacobianPattern();
        this.size = system.dimension();
        this.width = system.parameters();
        int all = size * width;
        boolean differential = true;
        for (int i = 0; i < size; i++) {
            differential &= !system.isAlgebraic(i);
        }
        this.allDifferential = differential;
        for (int i = 0; i < stage.length; i++) {
            stage[i] = new double[all];
        }
        this.argument = new double[all];
        this.state = new double[size];
        this.jacobian = new double[pattern.nonZeros()];
        this.byParameter = new double[all];
        this.byTime = new double[all];
        this.byParameterAtEnd = new double[all];
        this.start = new double[all];
        this.end = new double[all];
    }

    void begin(double[] initial) {
        System.arraycopy(initial, 0, end, 0, end.length);
        endKnown = false;
    }

    /** Carries the sensitivities over the step just accepted. */
    void follow(Rodas5P step) {
        double[] old = start;
        start = end;
        end = old;
        double h = step.endTime - step.startTime;
        first(step, h);
        for (int s = 1; s < stage.length; s++) {
            if (s < 6) {
                derivativesAt(step, Rodas5PTableau.time(s), h);
            }
            if (s == 5) {
                System.arraycopy(byParameter, 0, byParameterAtEnd, 0, byParameter.length);
            }
            double[] u = stage[s];
            System.arraycopy(byParameter, 0, u, 0, u.length);
            System.arraycopy(start, 0, argument, 0, argument.length);
            addStages(argument, ARGUMENT[s], 1);
            pattern.multiplyAdd(jacobian, argument, width, u);
            if (Rodas5PTableau.byTime(s) != 0) {
                add(u, h * Rodas5PTableau.byTime(s), byTime);
            }
            addDifferential(step.mass, u, RIGHT[s], 1 / h);
            step.matrix.solve(u, width);
        }
        System.arraycopy(argument, 0, end, 0, end.length);
        add(end, 1, stage[7]);
        step.knowEndJacobian(jacobian);
        endKnown = true;
    }

    private void derivativesAt(Rodas5P step, double fraction, double h) {
        if (fraction == 1) {
            System.arraycopy(step.end, 0, state, 0, size);
        } else {
            step.interpolate(fraction, state);
        }
        double time = fraction == 1 ? step.endTime : step.startTime + fraction * h;
        system.jacobian(time, state, jacobian);
        system.parameterDerivatives(time, state, byParameter);
    }

    /** The first stage, and d/dt of J(t) S + ∂f/∂p at the beginning of the step, S held. */
    private void first(Rodas5P step, double h) {
        double[] u = stage[0];
        if (endKnown) {
            System.arraycopy(byParameterAtEnd, 0, u, 0, u.length);
        } else {
            System.arraycopy(step.start, 0, state, 0, size);
            system.parameterDerivatives(step.startTime, state, u);
        }
        pattern.multiplyAdd(step.jacobian, start, width, u);
        derivativesAt(step, SHORT, h);
        pattern.multiplyAdd(jacobian, start, width, byParameter);
        double factor = 1 / (SHORT * h);
        for (int i = 0; i < byTime.length; i++) {
            byTime[i] = (byParameter[i] - u[i]) * factor;
        }
        add(u, h * Rodas5PTableau.byTime(0), byTime);
        step.matrix.solve(u, width);
    }

    /** Adds the stages with these weights times a factor, several in one pass. */
    private void addStages(double[] into, double[] weights, double factor) {
        int k = 0;
        for (; k + 3 < weights.length; k += 4) {
            add(
                    into,
                    factor * weights[k],
                    stage[k],
                    factor * weights[k + 1],
                    stage[k + 1],
                    factor * weights[k + 2],
                    stage[k + 2],
                    factor * weights[k + 3],
                    stage[k + 3]);
        }
        for (; k + 1 < weights.length; k += 2) {
            add(into, factor * weights[k], stage[k], factor * weights[k + 1], stage[k + 1]);
        }
        if (k < weights.length) {
            add(into, factor * weights[k], stage[k]);
        }
    }

    private static void add(double[] into, double factor, double[] from) {
        for (int i = 0; i < into.length; i++) {
            into[i] += factor * from[i];
        }
    }

    private static void add(double[] into, double f, double[] a, double g, double[] b) {
        for (int i = 0; i < into.length; i++) {
            into[i] += f * a[i] + g * b[i];
        }
    }

    private static void add(
            double[] into, double f, double[] a, double g, double[] b, double h, double[] c, double k, double[] d) {
        for (int i = 0; i < into.length; i++) {
            into[i] += (f * a[i] + g * b[i]) + (h * c[i] + k * d[i]);
        }
    }

    /** The same into the rows of differential states only. */
    private void addDifferential(double[] mass, double[] into, double[] weights, double factor) {
        if (allDifferential) {
            addStages(into, weights, factor);
            return;
        }
        for (int i = 0; i < size; i++) {
            for (int k = 0; mass[i] != 0 && k < weights.length; k++) {
                for (int c = i * width; c < (i + 1) * width; c++) {
                    into[c] += factor * weights[k] * stage[k][c];
                }
            }
        }
    }

    /** The sensitivities at the end of the last step. */
    void copyEnd(double[] into) {
        System.arraycopy(end, 0, into, 0, end.length);
    }

    /** The sensitivities at this fraction of the last step. */
    void interpolate(double x, double[] into) {
        Arrays.fill(into, 0);
        double r = 1 - x;
        for (int s = 0; s < stage.length; s++) {
            double weight = Rodas5P.DENSE[0][s] + x * (Rodas5P.DENSE[1][s] + x * Rodas5P.DENSE[2][s]);
            add(into, x * r * weight, stage[s]);
        }
        add(into, r, start);
        add(into, x, end);
    }
}
