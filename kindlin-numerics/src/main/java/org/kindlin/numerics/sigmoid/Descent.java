package org.kindlin.numerics.sigmoid;

/**
 * Damped Newton descent of a {@link ProjectedProblem} within its box, to the accuracy of the arithmetic.
 *
 * <p>Coordinates at a bound that the gradient pushes outward are held; the others take a Newton step on the exact
 * Hessian, shifted until it is positive definite (Levenberg's shift in units of the Gauss-Newton diagonal), and projected
 * on the box. A step that does not lower the sum of squares is retried shorter.
 */
final class Descent {
    private static final int N = Shape.COORDINATES;
    private static final int MAX_STEPS = 200;
    private static final double NOISE = 1e-15;
    private static final double EXACT = 1e-26;
    private static final double LARGEST_DAMPING = 1e15;
    private static final int POLISHING_STEPS = 4;

    private final ProjectedProblem problem;
    private final SearchBox box;
    private final double[] step = new double[N];
    private final double[] trial = new double[N];
    private final boolean[] held = new boolean[N];

    Descent(ProjectedProblem problem, SearchBox box) {
        this.problem = problem;
        this.box = box;
    }

    /** Moves {@code at} to the local optimum below it; the problem's derivatives are left as they are there. */
    PlateauFit descend(double[] at) {
        PlateauFit fit = problem.derivatives(at);
        double damping = 0;
        int polished = 0;
        for (int i = 0; i < MAX_STEPS; i++) {
            damping = newtonStep(at, damping);
            if (damping > LARGEST_DAMPING) {
                return fit;
            }
            double decrease = project(at);
            double noise = NOISE * fit.sumOfSquares();
            polished = decrease <= noise ? polished + 1 : 0;
            if (decrease <= EXACT * fit.sumOfSquares() || polished > POLISHING_STEPS) {
                return fit;
            }
            PlateauFit next = problem.derivatives(trial);
            if (next.sumOfSquares() <= fit.sumOfSquares() + (polished > 0 ? 100 * noise : 0)) {
                System.arraycopy(trial, 0, at, 0, N);
                fit = next;
                damping = polished > 0 || damping < 1e-6 ? 0 : damping / 8;
            } else {
                problem.derivatives(at);
                damping = Math.max(8 * damping, 1e-3);
            }
        }
        return fit;
    }

    /** Solves for the step at this damping, or the least larger one that makes the matrix positive definite; infinity if none does. */
    private double newtonStep(double[] at, double damping) {
        for (int p = 0; p < N; p++) {
            held[p] = box.isFixed(p) || box.isHeld(p, at[p], problem.gradient[p]);
        }
        double shift = damping;
        while (!SmallCholesky.solve(problem.hessian, problem.curvatureScale, shift, held, problem.gradient, step)) {
            shift = Math.max(4 * shift, 1e-3);
            if (shift > LARGEST_DAMPING) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return shift;
    }

    /** Sets the trial point on the box and returns twice the decrease that the model predicts for it. */
    private double project(double[] at) {
        for (int p = 0; p < N; p++) {
            trial[p] = held[p] ? at[p] : box.clip(p, at[p] - step[p]);
        }
        double decrease = 0;
        for (int p = 0; p < N; p++) {
            double move = trial[p] - at[p];
            decrease -= 2 * problem.gradient[p] * move;
            for (int q = 0; q < N; q++) {
                decrease -= problem.hessian[p][q] * move * (trial[q] - at[q]);
            }
        }
        return Math.abs(decrease);
    }
}
