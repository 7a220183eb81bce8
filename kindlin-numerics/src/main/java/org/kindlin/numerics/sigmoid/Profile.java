package org.kindlin.numerics.sigmoid;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathIllegalStateException;

/**
 * The least residual sum of squares as a function of one quantity, and where it crosses a threshold.
 *
 * @param estimate where the profile has its minimum
 * @param residue sum of squares at a value, with every other parameter at its best
 * @param step first step of the search outward
 * @param growth factor from one step to the next
 * @param least end of the search downward
 * @param greatest end of the search upward
 */
record Profile(
        double estimate, DoubleUnaryOperator residue, double step, double growth, double least, double greatest) {

    private static final double ACCURACY = 1e-14;
    private static final int ORDER = 5;
    private static final int MAX_EVALUATIONS = 100;
    private static final int HALVINGS = 60;

    /** The first crossing below the estimate, or {@code -Infinity}. */
    double below(double threshold) {
        return crossing(threshold, -1, least);
    }

    /** The first crossing above the estimate, or {@code +Infinity}. */
    double above(double threshold) {
        return crossing(threshold, 1, greatest);
    }

    private double crossing(double threshold, int side, double end) {
        double inside = estimate;
        double stride = step;
        while (side * (end - inside) > 0) {
            double next = inside + side * stride;
            double outside = side * (end - next) > 0 ? next : end;
            if (residue.applyAsDouble(outside) > threshold) {
                return root(threshold, inside, outside);
            }
            inside = outside;
            stride *= growth;
        }
        return side * Double.POSITIVE_INFINITY;
    }

    private double root(double threshold, double inside, double outside) {
        // A wall of infinite residue is cut to a step that interpolation can handle.
        DoubleUnaryOperator excess = x -> Math.min(residue.applyAsDouble(x), 16 * threshold) - threshold;
        if (excess.applyAsDouble(inside) >= 0) {
            return inside;
        }
        var solver = new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ORDER);
        double low = Math.min(inside, outside);
        double high = Math.max(inside, outside);
        try {
            return solver.solve(MAX_EVALUATIONS, excess::applyAsDouble, low, high, AllowedSolution.ANY_SIDE);
        } catch (MathIllegalStateException e) {
            // Rounding of a nearly flat profile defeats interpolation to the last digit; halving always ends.
            return halved(excess, inside, outside);
        }
    }

    private static double halved(DoubleUnaryOperator excess, double inside, double outside) {
        double in = inside;
        double out = outside;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (in + out);
            if (excess.applyAsDouble(middle) > 0) {
                out = middle;
            } else {
                in = middle;
            }
        }
        return 0.5 * (in + out);
    }
}
