package org.kindlin.numerics.curve;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.regression.LeastSquares;
import org.kindlin.numerics.regression.LeastSquaresProblem;
import org.kindlin.numerics.regression.Parameter;
import org.kindlin.numerics.regression.ParameterLayout;
import org.kindlin.numerics.regression.RegressionResult;
import org.kindlin.numerics.sigmoid.SigmoidData;

/** What a search minimises under an error model: how good a node of the grid can be, and the descent from it. */
abstract class ErrorFit {
    final CurveFamily family;
    final SigmoidData data;
    final List<CurveParameter.Limits> limits;
    private final int[] linear;

    /**
     * Where a descent ended.
     *
     * @param score what was minimised: lower is better
     * @param scale of the errors of an observation of weight one
     */
    @SuppressWarnings("ArrayRecordComponent") // a search's working state, never compared
    record Point(double[] parameters, double score, double scale) {}

    ErrorFit(CurveFamily family, SigmoidData data, List<CurveParameter.Limits> limits) {
        this.family = family;
        this.data = data;
        this.limits = limits;
        this.linear = IntStream.range(0, limits.size())
                .filter(j -> family.parameters().get(j).isLinear())
                .toArray();
    }

    static ErrorFit of(CurveFamily family, SigmoidData data, List<CurveParameter.Limits> limits, ErrorModel error) {
        return switch (error) {
            case NORMAL -> new NormalError(family, data, limits);
            case STUDENT4 -> new StudentError(family, data, limits);
        };
    }

    /** The lowest score with the parameters that do not enter linearly held here; NaN where there is no curve. */
    abstract double score(double[] node);

    /** Points at a node from which to descend. */
    abstract List<Point> starts(double[] node);

    /** The minimum below a start; null where the descent fails. */
    abstract @Nullable Point descend(double[] start);

    /** The same minimum to rounding. */
    abstract Point polished(Point end);

    final Levenberg levenberg(SigmoidData points) {
        return new Levenberg(FamilyModel.of(family), points, limits.toArray(CurveParameter.Limits[]::new));
    }

    /** The linear parameters of the family's curves at a node, to be solved for under any weights. */
    final Node node(double[] at, SigmoidData points) {
        return new Node(at, points);
    }

    /** A node of the grid with its basis functions. */
    final class Node {
        private final double[] at;
        private final double[] response;
        private final double[][] basis = new double[linear.length][];
        private final double[] low = new double[linear.length];
        private final double[] high = new double[linear.length];

        private Node(double[] at, SigmoidData points) {
            this.at = at;
            this.response = points.response();
            for (int k = 0; k < linear.length; k++) {
                double[] unit = at.clone();
                for (int other : linear) {
                    unit[other] = other == linear[k] ? 1 : 0;
                }
                basis[k] = CurveSearch.values(family, unit, points.logDose());
                low[k] = limits.get(linear[k]).low();
                high[k] = limits.get(linear[k]).high();
            }
        }

        /** All parameters, those that enter linearly solved for; null where no curve of the family is there. */
        double @Nullable [] solve(double[] weight) {
            BoundedLinear.Solution solution = new BoundedLinear(basis, response, weight, low, high).solve();
            if (solution == null) {
                return null;
            }
            double[] full = at.clone();
            for (int k = 0; k < linear.length; k++) {
                full[linear[k]] = solution.coefficients()[k];
            }
            return family.admits(full) ? full : null;
        }

        /** Responses less those of the curve with these parameters. */
        double[] residuals(double[] full) {
            double[] residuals = response.clone();
            for (int k = 0; k < linear.length; k++) {
                for (int i = 0; i < residuals.length; i++) {
                    residuals[i] -= full[linear[k]] * basis[k][i];
                }
            }
            return residuals;
        }
    }

    /** Least squares from a start, all parameters moving; empty where the search does not converge. */
    final double @Nullable [] leastSquares(double[] start, SigmoidData points) {
        RegressionResult result = LeastSquares.fit(problem(start, points));
        return result instanceof RegressionResult.Converged converged
                ? converged.fit().values()
                : null;
    }

    private LeastSquaresProblem problem(double[] start, SigmoidData points) {
        return new LeastSquaresProblem(
                FamilyModel.of(family), FamilyModel.observations(points), layout(family, limits, start));
    }

    private static ParameterLayout layout(CurveFamily family, List<CurveParameter.Limits> limits, double[] start) {
        List<Parameter> parameters = new ArrayList<>();
        for (int j = 0; j < start.length; j++) {
            CurveParameter.Limits limit = limits.get(j);
            String name = family.parameters().get(j).name();
            parameters.add(
                    limit.isPoint()
                            ? Parameter.fixed(name, limit.low())
                            : Parameter.bounded(name, limit.clamp(start[j]), limit.low(), limit.high()));
        }
        return ParameterLayout.of(parameters);
    }

    static double weightedSquares(double[] values, SigmoidData points) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double residual = points.response()[i] - values[i];
            sum += points.weight()[i] * residual * residual;
        }
        return sum;
    }
}
