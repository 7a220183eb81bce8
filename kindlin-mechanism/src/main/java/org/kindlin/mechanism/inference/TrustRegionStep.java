package org.kindlin.mechanism.inference;

/**
 * The minimum of a positive semidefinite quadratic in a ball: (H + λI) s = −g with the smallest λ ≥ 0 that keeps s
 * within the radius, by Newton's iteration on 1/‖s‖ (Moré and Sorensen). A workspace.
 */
final class TrustRegionStep {
    private static final int ITERATIONS = 12;
    private static final double NEAR = 0.1;

    private final double[][] factor;
    private final double[] right;
    private final double[] solution;
    private final int[] index;
    private int count;

    TrustRegionStep(int size) {
        factor = new double[size][size];
        right = new double[size];
        solution = new double[size];
        index = new int[size];
    }

    /**
     * Finds the step of the open components; those not open have moved by what {@code moved} says already.
     *
     * @param moved takes the step
     */
    void solve(double[] gradient, double[][] hessian, boolean[] open, double[] moved, double radius) {
        count = 0;
        double trace = 0;
        for (int i = 0; i < open.length; i++) {
            if (open[i]) {
                index[count++] = i;
                trace += hessian[i][i];
            }
        }
        for (int a = 0; a < count; a++) {
            double sum = -gradient[index[a]];
            for (int j = 0; j < open.length; j++) {
                sum -= open[j] ? 0 : hessian[index[a]][j] * moved[j];
            }
            right[a] = sum;
        }
        double damping = Math.max(1e-14 * trace, Double.MIN_NORMAL);
        for (int k = 0; k < ITERATIONS; k++) {
            while (!cholesky(hessian, damping)) {
                damping = Math.max(10 * damping, 1e-12 * trace + Double.MIN_NORMAL);
            }
            double length = substitute();
            if (length <= radius * (1 + NEAR)) {
                break;
            }
            damping += (length / radius - 1) * length * length / bend();
        }
        double length = norm();
        double scale = length > radius * (1 + NEAR) ? radius / length : 1;
        for (int a = 0; a < count; a++) {
            moved[index[a]] = scale * solution[a];
        }
    }

    private boolean cholesky(double[][] hessian, double damping) {
        for (int a = 0; a < count; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = hessian[index[a]][index[b]] + (a == b ? damping : 0);
                for (int c = 0; c < b; c++) {
                    sum -= factor[a][c] * factor[b][c];
                }
                if (a != b) {
                    factor[a][b] = sum / factor[b][b];
                } else if (sum > 0) {
                    factor[a][a] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /** Solves with the factor; returns the length of the solution. */
    private double substitute() {
        for (int a = 0; a < count; a++) {
            double sum = right[a];
            for (int c = 0; c < a; c++) {
                sum -= factor[a][c] * solution[c];
            }
            solution[a] = sum / factor[a][a];
        }
        for (int a = count - 1; a >= 0; a--) {
            double sum = solution[a];
            for (int c = a + 1; c < count; c++) {
                sum -= factor[c][a] * solution[c];
            }
            solution[a] = sum / factor[a][a];
        }
        return norm();
    }

    private double norm() {
        double sum = 0;
        for (int a = 0; a < count; a++) {
            sum += solution[a] * solution[a];
        }
        return Math.sqrt(sum);
    }

    /** The squared length of L⁻¹ s. */
    private double bend() {
        double total = 0;
        double[] forward = new double[count];
        for (int a = 0; a < count; a++) {
            double sum = solution[a];
            for (int c = 0; c < a; c++) {
                sum -= factor[a][c] * forward[c];
            }
            forward[a] = sum / factor[a][a];
            total += forward[a] * forward[a];
        }
        return total;
    }
}
