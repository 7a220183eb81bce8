package org.kindlin.numerics.sigmoid;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.sigmoid.GlobalSearch.Optimum;

/**
 * The profile limits of the mid-point of a well-determined symmetric curve, by Newton's method on the two equations "the
 * sum of squares is the threshold" and "the slope is at its best". The root is taken only where a global search at it
 * confirms that the profile is at the threshold, and curves on the way to it lie below; otherwise there is no answer and
 * the profile must be walked. A workspace for one fit.
 */
final class QuickLimit {
    private static final int MOST_STEPS = 25;
    private static final int MOST_WAY_POINTS = 100;
    /** A step so small leaves an error of the order of its square. */
    private static final double CONVERGED = 1e-8;

    private static final double CONFIRMED = 1e-10;

    private final SigmoidFit fit;
    private final Replicates data;
    private final SearchBox box;
    private final ProjectedProblem problem;
    private final boolean unrestricted;
    private final SlopeLadder ladder;
    private final double[] estimate;
    /** Derivative of ln h by ln ic50 along the ridge of the likelihood. */
    private final double lean;

    private QuickLimit(SigmoidFit fit) {
        this.fit = fit;
        this.data = Replicates.of(fit.data());
        this.box = SearchBox.of(fit.spec(), data);
        PlateauLimits limits = PlateauLimits.of(fit.spec(), fit.curve().direction());
        this.unrestricted = limits.isNone() && fit.spec().direction().isEmpty();
        this.problem = new ProjectedProblem(data, limits);
        this.problem.shape.searchesAsymmetry = false;
        this.ladder = new SlopeLadder(problem, box);
        this.estimate = fit.curve().coordinates();
        problem.derivatives(estimate);
        this.lean = -problem.hessian[0][1] / problem.hessian[1][1];
    }

    /** For a symmetric curve with standard errors, free mid-point, searched slope, and plateaus each free or fixed; else null. */
    static @Nullable QuickLimit of(SigmoidFit fit) {
        SigmoidSpec spec = fit.spec();
        boolean smooth = spec.constraint(Parameter.LOG_IC50) instanceof Constraint.Free
                && spec.constraint(Parameter.ASYMMETRY).isFixed()
                && fit.curve().asymmetry() == 1
                && !spec.constraint(Parameter.HILL_SLOPE).isFixed()
                && !(spec.constraint(Parameter.TOP) instanceof Constraint.Bounded)
                && !(spec.constraint(Parameter.BOTTOM) instanceof Constraint.Bounded);
        return smooth && fit.standardError(Parameter.LOG_IC50).isPresent() ? new QuickLimit(fit) : null;
    }

    /**
     * A limit as a natural logarithm.
     *
     * @param side 1 above the estimate, -1 below
     * @param wald distance of the Wald limit from the estimate
     * @param stride distance between curves on the way
     */
    OptionalDouble find(double threshold, int side, double wald, double stride, double reach) {
        double[] at = {estimate[0] + side * wald, estimate[1] + side * wald * lean, 0};
        if (!converge(at, threshold) || !(side * (at[0] - estimate[0]) > 0) || Math.abs(at[0] - estimate[0]) > reach) {
            return OptionalDouble.empty();
        }
        boolean confirmed = at[1] > box.low()[1]
                && at[1] < box.high()[1]
                && wayIsBelow(estimate, at, threshold, stride)
                && isProfileAt(at, threshold);
        return confirmed ? OptionalDouble.of(at[0]) : OptionalDouble.empty();
    }

    private boolean converge(double[] at, double threshold) {
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
            if (Math.abs(da) <= CONVERGED * Math.max(1, Math.abs(at[0])) && Math.abs(dk) <= CONVERGED) {
                return true;
            }
        }
        return false;
    }

    private boolean wayIsBelow(double[] from, double[] to, double threshold, double stride) {
        double[] point = from.clone();
        int steps = (int) Math.min(Math.ceil(Math.abs(to[0] - from[0]) / stride), MOST_WAY_POINTS);
        for (int i = 1; i < steps; i++) {
            double part = (double) i / steps;
            point[0] = from[0] + part * (to[0] - from[0]);
            point[1] = from[1] + part * (to[1] - from[1]);
            if (problem.value(point).sumOfSquares() > threshold) {
                return false;
            }
        }
        return true;
    }

    private boolean isProfileAt(double[] at, double threshold) {
        if (!unrestricted) {
            Optimum best = SigmoidRegression.optimum(data, fit.spec(), box.fixed(0, at[0]));
            return best != null && best.plateaus().sumOfSquares() >= threshold * (1 - CONFIRMED);
        }
        return isProfileAt(problem, box, ladder, at, threshold);
    }

    /** Whether no curve with this mid-point is better than the one found, which is a local minimum at the threshold. */
    static boolean isProfileAt(
            ProjectedProblem problem, SearchBox box, SlopeLadder ladder, double[] at, double threshold) {
        double least = threshold * (1 - CONFIRMED);
        double[] values = ladder.values(at[0]);
        Descent descent = new Descent(problem, box.fixed(0, at[0]));
        for (int start : SlopeLadder.basins(values)) {
            boolean known = Math.abs(ladder.logSlope[start] - at[1]) <= SlopeLadder.spacing();
            double[] other = {at[0], ladder.logSlope[start], 0};
            if (!known && descent.descend(other).sumOfSquares() < least) {
                return false;
            }
        }
        return true;
    }
}
