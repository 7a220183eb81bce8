package org.kindlin.numerics.sigmoid;

import java.util.OptionalDouble;
import org.kindlin.numerics.sigmoid.GlobalSearch.Optimum;

/**
 * A profile limit of the mid-point of a well-determined four-parameter curve, by Newton's method on the two equations
 * "the sum of squares is the threshold" and "the slope is at its best". The root is taken only where a global search at
 * it confirms that the profile is at the threshold, and curves on the way to it lie below; otherwise there is no answer
 * and the profile must be walked.
 */
final class QuickLimit {
    private static final int MOST_STEPS = 25;
    private static final int WAY_POINTS = 12;
    private static final double CONVERGED = 1e-14;
    private static final double CONFIRMED = 1e-10;

    private final SigmoidFit fit;
    private final Replicates data;
    private final SearchBox box;
    private final double threshold;
    private final ProjectedProblem problem;

    private QuickLimit(SigmoidFit fit, double threshold) {
        this.fit = fit;
        this.threshold = threshold;
        this.data = Replicates.of(fit.data());
        this.box = SearchBox.of(fit.spec(), data);
        this.problem = new ProjectedProblem(data, PlateauLimits.NONE);
        this.problem.shape.searchesAsymmetry = false;
    }

    /**
     * The limit as a natural logarithm.
     *
     * @param side 1 above the estimate, -1 below
     * @param wald distance of the Wald limit from the estimate
     */
    static OptionalDouble find(SigmoidFit fit, double threshold, int side, double wald, double reach) {
        boolean plain = PlateauLimits.of(fit.spec(), Direction.FALLING).isNone()
                && fit.spec().direction().isEmpty()
                && fit.spec().constraint(Parameter.LOG_IC50) instanceof Constraint.Free
                && fit.spec().constraint(Parameter.ASYMMETRY).isFixed()
                && !fit.spec().constraint(Parameter.HILL_SLOPE).isFixed();
        return plain ? new QuickLimit(fit, threshold).solve(side, wald, reach) : OptionalDouble.empty();
    }

    private OptionalDouble solve(int side, double wald, double reach) {
        double[] estimate = fit.curve().coordinates();
        problem.derivatives(estimate);
        double lean = -problem.hessian[0][1] / problem.hessian[1][1];
        double[] at = {estimate[0] + side * wald, estimate[1] + side * wald * lean, estimate[2]};
        if (!converge(at) || !(side * (at[0] - estimate[0]) > 0) || Math.abs(at[0] - estimate[0]) > reach) {
            return OptionalDouble.empty();
        }
        boolean confirmed =
                at[1] > box.low()[1] && at[1] < box.high()[1] && isProfileAt(at) && wayIsBelow(estimate, at);
        return confirmed ? OptionalDouble.of(at[0]) : OptionalDouble.empty();
    }

    private boolean converge(double[] at) {
        for (int i = 0; i < MOST_STEPS; i++) {
            double excess = problem.derivatives(at).sumOfSquares() - threshold;
            double ga = 2 * problem.gradient[0];
            double gk = 2 * problem.gradient[1];
            double hak = problem.hessian[0][1];
            double hkk = problem.hessian[1][1];
            double determinant = ga * hkk - gk * hak;
            if (!(hkk > 0) || !(Math.abs(determinant) > 0)) {
                return false;
            }
            double da = (gk * problem.gradient[1] - excess * hkk) / determinant;
            double dk = (excess * hak - ga * problem.gradient[1]) / determinant;
            double factor = Math.min(1, 0.7 / Math.max(Math.abs(da), Math.abs(dk)));
            at[0] += factor * da;
            at[1] += factor * dk;
            if (Math.abs(da) <= CONVERGED * Math.max(1, Math.abs(at[0])) && Math.abs(dk) < 1e-9) {
                return true;
            }
        }
        return false;
    }

    private boolean isProfileAt(double[] at) {
        Optimum least = new GlobalSearch(problem, box.fixed(0, at[0]), null).find();
        return least != null && Math.abs(least.plateaus().sumOfSquares() - threshold) <= CONFIRMED * threshold;
    }

    private boolean wayIsBelow(double[] from, double[] to) {
        double[] point = from.clone();
        for (int i = 1; i < WAY_POINTS; i++) {
            double part = (double) i / WAY_POINTS;
            point[0] = from[0] + part * (to[0] - from[0]);
            point[1] = from[1] + part * (to[1] - from[1]);
            if (problem.value(point).sumOfSquares() > threshold) {
                return false;
            }
        }
        return true;
    }
}
