package org.kindlin.numerics.regression;

import java.util.Arrays;

/**
 * Undamped Gauss-Newton steps from a point already at the optimum as far as the sum of squares can tell, until the
 * steps get no shorter.
 *
 * <p>A minimum determines its place by the value only to the root of rounding; the zero of the gradient determines it to
 * rounding itself. Parameters at a bound are held. Nothing is done where the Jacobian is numerically rank-deficient.
 */
final class Polish {
    private static final int MOST_STEPS = 300;
    private static final int PATIENCE = 3;
    private static final double SINGULAR = 1e-13;
    private static final double VALUE_SLACK = 1e-7;

    private final Objective objective;
    private final double[] r;
    private final double[][] columns;
    private final double[] scale;

    Polish(Objective objective) {
        this.objective = objective;
        this.r = new double[objective.observations()];
        this.columns = new double[objective.freeCount()][objective.observations()];
        this.scale = new double[objective.freeCount()];
    }

    /** Moves theta, in place, to the point found that has the shortest step left to go. */
    void apply(double[] theta) {
        double value = objective.residuals(theta, r);
        double[] at = theta.clone();
        double[] step = new double[columns.length];
        double shortest = step(at, step);
        double length = shortest;
        int withoutGain = 0;
        for (int i = 0; i < MOST_STEPS && length > 0 && withoutGain < PATIENCE; i++) {
            at = at.clone();
            for (int j = 0; j < step.length; j++) {
                at[objective.globalOf(j)] += step[j];
            }
            if (!within(at) || !(objective.residuals(at, r) <= value * (1 + VALUE_SLACK))) {
                return;
            }
            length = step(at, step);
            withoutGain++;
            if (length < shortest) {
                shortest = length;
                withoutGain = 0;
                System.arraycopy(at, 0, theta, 0, theta.length);
            }
        }
    }

    /** The Gauss-Newton step at theta; returns its scaled length, or 0 where there is none to be trusted. */
    private double step(double[] theta, double[] step) {
        if (!objective.linearise(theta, r, columns)) {
            return 0;
        }
        int[] moving = new int[columns.length];
        int count = 0;
        for (int j = 0; j < columns.length; j++) {
            Parameter parameter = objective.freeParameter(j);
            double at = theta[objective.globalOf(j)];
            scale[j] = Vectors.norm(columns[j], objective.from(j), objective.to(j));
            step[j] = 0;
            if (at > parameter.lower() && at < parameter.upper() && scale[j] > 0) {
                moving[count++] = j;
            }
        }
        moving = Arrays.copyOf(moving, count);
        StepSolver solver = StepSolver.of(objective, columns, moving, scale, r);
        if (count == 0 || solver.isSingular(SINGULAR)) {
            return 0;
        }
        double[] solution = solver.solve(0);
        for (int m = 0; m < count; m++) {
            step[moving[m]] = solution[m] / scale[moving[m]];
        }
        return solver.lengthAt(0);
    }

    private boolean within(double[] theta) {
        for (int j = 0; j < columns.length; j++) {
            Parameter parameter = objective.freeParameter(j);
            double at = theta[objective.globalOf(j)];
            if (at < parameter.lower() || at > parameter.upper()) {
                return false;
            }
        }
        return true;
    }
}
