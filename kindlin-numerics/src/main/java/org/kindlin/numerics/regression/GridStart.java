package org.kindlin.numerics.regression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindlin.numerics.regression.RegressionResult.Converged;

/**
 * A global search along one parameter: the problem is fitted with the parameter held at each value of a grid, and then
 * released from every local minimum of that profile.
 *
 * <p>Finds the global optimum where the objective has no other local minima with the parameter held, as for models that
 * are linear in the rest, and the grid resolves the minima along it.
 */
public final class GridStart {
    private GridStart() {}

    /** The best fit found from a grid of increasing values of the parameter of this name. */
    public static MultiStart fit(LeastSquaresProblem problem, String name, double[] grid) {
        ParameterLayout layout = problem.layout();
        int index = layout.indexOf(name);
        double[] profile = new double[grid.length];
        List<double[]> reached = new ArrayList<>();
        for (int i = 0; i < grid.length; i++) {
            ParameterLayout held = layout.with(index, Parameter.fixed(name, grid[i]));
            LeastSquaresProblem conditional = new LeastSquaresProblem(problem.model(), problem.observations(), held);
            boolean converged = LeastSquares.fit(conditional) instanceof Converged(RegressionFit fit)
                    && store(fit, profile, i, reached);
            if (!converged) {
                profile[i] = Double.POSITIVE_INFINITY;
                reached.add(startOf(held));
            }
        }
        List<RegressionResult> released = new ArrayList<>();
        for (int i = 0; i < grid.length; i++) {
            boolean minimum = (i == 0 || profile[i] <= profile[i - 1])
                    && (i + 1 == grid.length || profile[i] < profile[i + 1] || profile[i] == Double.POSITIVE_INFINITY);
            if (minimum) {
                released.add(LeastSquares.fit(problem.with(layout.startingAt(reached.get(i)))));
            }
        }
        return released.isEmpty() ? MultiStart.best(List.of(LeastSquares.fit(problem))) : MultiStart.best(released);
    }

    private static boolean store(RegressionFit fit, double[] profile, int i, List<double[]> reached) {
        profile[i] = fit.objectiveValue();
        return reached.add(fit.values());
    }

    private static double[] startOf(ParameterLayout layout) {
        return layout.parameters().stream().mapToDouble(Parameter::start).toArray();
    }

    /** Evenly spaced values from low to high, both included, no further apart than the step. */
    public static double[] grid(double low, double high, double step) {
        int intervals = Math.max(1, (int) Math.ceil((high - low) / step));
        double[] values = new double[intervals + 1];
        Arrays.setAll(values, i -> i == intervals ? high : low + (high - low) * i / intervals);
        return values;
    }
}
