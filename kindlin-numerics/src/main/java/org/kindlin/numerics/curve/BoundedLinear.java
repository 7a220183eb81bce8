package org.kindlin.numerics.curve;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Linear least squares in at most a few coefficients, each within limits. The optimum of a convex problem: the free one
 * where it keeps the limits, else the best over all ways of holding coefficients at a limit.
 */
final class BoundedLinear {
    private static final double SINGULAR = 1e-13;

    private final double[][] basis;
    private final double[] response;
    private final double[] weight;
    private final double[] low;
    private final double[] high;

    /** Coefficients and the weighted sum of squares they leave. */
    @SuppressWarnings("ArrayRecordComponent") // a search's working state, never compared
    record Solution(double[] coefficients, double rss) {}

    BoundedLinear(double[][] basis, double[] response, double[] weight, double[] low, double[] high) {
        this.basis = basis;
        this.response = response;
        this.weight = weight;
        this.low = low;
        this.high = high;
    }

    /** The optimum; null where a basis function is not finite. */
    @Nullable
    Solution solve() {
        for (double[] column : basis) {
            if (!Arrays.stream(column).allMatch(Double::isFinite)) {
                return null;
            }
        }
        int k = basis.length;
        double[] free = new double[k];
        Arrays.fill(free, Double.NaN);
        for (int j = 0; j < k; j++) {
            free[j] = low[j] == high[j] ? low[j] : Double.NaN;
        }
        double[] best = heldAt(free);
        if (isWithin(best)) {
            return new Solution(best, rss(best));
        }
        return enumerate(free);
    }

    private @Nullable Solution enumerate(double[] free) {
        int ways = 1;
        for (int j = 0; j < free.length; j++) {
            ways *= 3;
        }
        Solution best = null;
        for (int way = 1; way < ways; way++) {
            double[] held = held(free, way);
            double[] trial = heldAt(held);
            if (isWithin(trial)) {
                double rss = rss(trial);
                if (best == null || rss < best.rss()) {
                    best = new Solution(trial, rss);
                }
            }
        }
        return best;
    }

    /** One way of holding: digit 0 leaves a coefficient free, 1 and 2 hold it at its lower and upper limit. */
    private double[] held(double[] free, int way) {
        double[] held = free.clone();
        int rest = way;
        for (int j = 0; j < held.length; j++) {
            double limit = rest % 3 == 1 ? low[j] : high[j];
            held[j] = Double.isNaN(free[j]) && rest % 3 != 0 && Double.isFinite(limit) ? limit : free[j];
            rest /= 3;
        }
        return held;
    }

    private boolean isWithin(double[] coefficients) {
        for (int j = 0; j < coefficients.length; j++) {
            double slack = 1e-12 * Math.abs(coefficients[j]);
            if (!(coefficients[j] >= low[j] - slack && coefficients[j] <= high[j] + slack)) {
                return false;
            }
        }
        return true;
    }

    /** The least-squares coefficients where those that are numbers stay. */
    private double[] heldAt(double[] held) {
        int[] moving = IntStream.range(0, held.length)
                .filter(j -> Double.isNaN(held[j]))
                .toArray();
        double[] residual = response.clone();
        for (int j = 0; j < held.length; j++) {
            for (int i = 0; i < residual.length && !Double.isNaN(held[j]); i++) {
                residual[i] -= held[j] * basis[j][i];
            }
        }
        double[] solved = new Elimination(moving, residual).solve();
        double[] all = held.clone();
        for (int m = 0; m < moving.length; m++) {
            all[moving[m]] = solved[m];
        }
        return all;
    }

    double rss(double[] coefficients) {
        double sum = 0;
        for (int i = 0; i < response.length; i++) {
            double residual = response[i];
            for (int j = 0; j < coefficients.length; j++) {
                residual -= coefficients[j] * basis[j][i];
            }
            sum += weight[i] * residual * residual;
        }
        return sum;
    }

    /** Modified Gram-Schmidt with columns of length one; a column that the others explain gets the coefficient 0. */
    private final class Elimination {
        private final int[] moving;
        private final double[] target;
        private final double[][] q;
        private final double[][] r;

        Elimination(int[] moving, double[] target) {
            this.moving = moving;
            this.target = target;
            this.q = new double[moving.length][];
            this.r = new double[moving.length][moving.length];
        }

        double[] solve() {
            double[] projected = new double[moving.length];
            double[] rest = new double[target.length];
            for (int i = 0; i < rest.length; i++) {
                rest[i] = Math.sqrt(weight[i]) * target[i];
            }
            for (int m = 0; m < moving.length; m++) {
                orthogonalise(m);
                projected[m] = dot(q[m], rest);
                for (int i = 0; i < rest.length; i++) {
                    rest[i] -= projected[m] * q[m][i];
                }
            }
            return back(projected);
        }

        private void orthogonalise(int m) {
            double[] column = basis[moving[m]].clone();
            for (int i = 0; i < column.length; i++) {
                column[i] *= Math.sqrt(weight[i]);
            }
            double whole = Math.sqrt(dot(column, column));
            for (int l = 0; l < m; l++) {
                r[l][m] = dot(q[l], column);
                for (int i = 0; i < column.length; i++) {
                    column[i] -= r[l][m] * q[l][i];
                }
            }
            double length = Math.sqrt(dot(column, column));
            boolean explained = !(length > SINGULAR * whole);
            r[m][m] = explained ? 0 : length;
            for (int i = 0; i < column.length; i++) {
                column[i] = explained ? 0 : column[i] / length;
            }
            q[m] = column;
        }

        private double[] back(double[] projected) {
            double[] solved = new double[moving.length];
            for (int m = moving.length - 1; m >= 0; m--) {
                double sum = projected[m];
                for (int l = m + 1; l < moving.length; l++) {
                    sum -= r[m][l] * solved[l];
                }
                solved[m] = r[m][m] == 0 ? 0 : sum / r[m][m];
            }
            return solved;
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }
    }
}
