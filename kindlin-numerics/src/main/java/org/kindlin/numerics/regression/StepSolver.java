package org.kindlin.numerics.regression;

import java.util.Optional;

/**
 * Solves the damped linear least-squares problems of one Jacobian, min ‖A s − b‖² + damping ‖s‖², A being the Jacobian
 * with its columns scaled.
 */
sealed interface StepSolver permits Decomposition, BlockArrow {

    /**
     * The solver of this matrix: by blocks where the curves of a global fit have parameters of their own and the matrix
     * is well-conditioned, by singular values otherwise.
     *
     * @param columns of all free parameters, by column of the objective
     * @param moving the columns that make up A
     * @param scale what each column is divided by, by column of the objective
     * @param rhs b
     */
    static StepSolver of(Objective objective, double[][] columns, int[] moving, double[] scale, double[] rhs) {
        Optional<BlockArrow> blocks =
                objective.groups() > 1 ? BlockArrow.of(objective, columns, moving, scale, rhs) : Optional.empty();
        if (blocks.isPresent()) {
            return blocks.get();
        }
        double[][] scaled = new double[moving.length][rhs.length];
        for (int m = 0; m < moving.length; m++) {
            for (int i = 0; i < rhs.length; i++) {
                scaled[m][i] = columns[moving[m]][i] / scale[moving[m]];
            }
        }
        return Decomposition.of(scaled, rhs.clone());
    }

    /** Whether the smallest singular value is at most this part of the largest. */
    boolean isSingular(double part);

    /** The length of the part of the right-hand side that directions with some curvature explain. */
    double explainedLength();

    /** The minimiser of ‖A s − b‖² + damping ‖s‖²; directions without curvature are left at zero. */
    double[] solve(double damping);

    /** The minimiser of ‖A s − c‖² + damping ‖s‖² for another right-hand side, of which only Aᵀc is given. */
    double[] solveNormal(double[] product, double damping);

    /** The length of {@link #solve}'s answer. */
    double lengthAt(double damping);

    /** The derivative of {@link #lengthAt} by the damping. */
    double lengthSlopeAt(double damping);
}
