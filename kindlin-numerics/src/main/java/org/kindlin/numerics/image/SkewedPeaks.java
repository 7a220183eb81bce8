package org.kindlin.numerics.image;

import java.util.Arrays;

/**
 * Overlapping peaks as a sum of Gaussians whose flanks differ: {@code a exp(-((x - c)/s)^2 / 2)} with s = left below c and
 * right above, fitted by damped least squares.
 *
 * @param height a of each
 * @param centre c of each, in samples
 * @param left width of each left flank
 * @param right width of each right flank
 */
public record SkewedPeaks(double[] height, double[] centre, double[] left, double[] right) {
    private static final int PARAMETERS = 4;
    private static final int MOST_STEPS = 60;
    private static final double REACH = 5;
    private static final double NARROWEST = 0.6;
    private static final double WIDEST = 3; // times the starting width

    /** Fits as many peaks as there are starting centres to a profile whose baseline is zero. */
    public static SkewedPeaks fit(double[] profile, int from, int to, double[] start, double width) {
        int n = start.length;
        double[] p = new double[PARAMETERS * n];
        for (int k = 0; k < n; k++) {
            p[PARAMETERS * k] = Math.max(0, profile[(int) Math.rint(start[k])]);
            p[PARAMETERS * k + 1] = start[k];
            p[PARAMETERS * k + 2] = width;
            p[PARAMETERS * k + 3] = width;
        }
        double damping = 1e-3;
        double rss = squares(profile, from, to, p);
        for (int step = 0; step < MOST_STEPS && damping < 1e8; step++) {
            double[] trial = step(profile, from, to, p, damping, start, width);
            double better = squares(profile, from, to, trial);
            if (better < rss) {
                boolean settled = rss - better < 1e-9 * rss;
                p = trial;
                rss = better;
                damping = Math.max(1e-9, damping / 5);
                if (settled) {
                    break;
                }
            } else {
                damping *= 4;
            }
        }
        return of(p);
    }

    private static SkewedPeaks of(double[] p) {
        int n = p.length / PARAMETERS;
        double[][] columns = new double[PARAMETERS][n];
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < PARAMETERS; j++) {
                columns[j][k] = p[PARAMETERS * k + j];
            }
        }
        return new SkewedPeaks(columns[0], columns[1], columns[2], columns[3]);
    }

    /** Number of peaks. */
    public int size() {
        return height.length;
    }

    /** The value of one peak at a place. */
    public double at(int peak, double x) {
        return value(height[peak], centre[peak], x < centre[peak] ? left[peak] : right[peak], x);
    }

    /** The value of all at a place. */
    public double at(double x) {
        double sum = 0;
        for (int k = 0; k < size(); k++) {
            sum += at(k, x);
        }
        return sum;
    }

    /** The height of the lower of the two peaks about a place; of the outermost one beyond it. */
    public double lowerTop(double x) {
        int next = 0;
        while (next < size() && centre[next] < x) {
            next++;
        }
        return Math.min(height[Math.max(0, next - 1)], height[Math.min(next, size() - 1)]);
    }

    /** The area of one peak. */
    public double area(int peak) {
        return height[peak] * Math.sqrt(Math.PI / 2) * (left[peak] + right[peak]);
    }

    private static double value(double height, double centre, double width, double x) {
        double z = (x - centre) / width;
        return Math.abs(z) > REACH ? 0 : height * StrictMath.exp(-0.5 * z * z);
    }

    private static double squares(double[] y, int from, int to, double[] p) {
        double sum = 0;
        for (int x = from; x <= to; x++) {
            double r = y[x];
            for (int k = 0; k < p.length; k += PARAMETERS) {
                r -= value(p[k], p[k + 1], x < p[k + 1] ? p[k + 2] : p[k + 3], x);
            }
            sum += r * r;
        }
        return sum;
    }

    private static double[] step(
            double[] y, int from, int to, double[] p, double damping, double[] start, double width) {
        int m = p.length;
        double[][] normal = new double[m][m];
        double[] gradient = new double[m];
        double[] row = new double[m];
        int[] used = new int[m];
        for (int x = from; x <= to; x++) {
            double r = y[x];
            int count = 0;
            for (int k = 0; k < m; k += PARAMETERS) {
                int side = x < p[k + 1] ? 2 : 3;
                double s = p[k + side];
                double z = (x - p[k + 1]) / s;
                if (Math.abs(z) > REACH) {
                    continue;
                }
                double shape = StrictMath.exp(-0.5 * z * z);
                r -= p[k] * shape;
                row[k] = shape;
                row[k + 1] = p[k] * shape * z / s;
                row[k + side] = p[k] * shape * z * z / s;
                used[count++] = k;
                used[count++] = k + 1;
                used[count++] = k + side;
            }
            for (int i = 0; i < count; i++) {
                gradient[used[i]] += row[used[i]] * r;
                for (int j = 0; j <= i; j++) {
                    normal[used[i]][used[j]] += row[used[i]] * row[used[j]];
                }
            }
        }
        double[] change = solve(normal, gradient, damping);
        double[] trial = p.clone();
        for (int k = 0; k < m; k += PARAMETERS) {
            trial[k] = Math.max(0, p[k] + change[k]);
            double room = 1.5 * width;
            trial[k + 1] =
                    Math.clamp(p[k + 1] + change[k + 1], start[k / PARAMETERS] - room, start[k / PARAMETERS] + room);
            trial[k + 2] = Math.clamp(p[k + 2] + change[k + 2], NARROWEST, WIDEST * width);
            trial[k + 3] = Math.clamp(p[k + 3] + change[k + 3], NARROWEST, WIDEST * width);
        }
        return trial;
    }

    /** Cholesky's method on the damped normal equations; the lower triangle is given. */
    private static double[] solve(double[][] a, double[] b, double damping) {
        int m = b.length;
        double[] x = b.clone();
        for (int i = 0; i < m; i++) {
            a[i][i] = a[i][i] * (1 + damping) + 1e-12 + (a[i][i] == 0 ? 1 : 0);
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                a[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-300)) : sum / a[j][j];
            }
        }
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= a[i][k] * x[k];
            }
            x[i] /= a[i][i];
        }
        for (int i = m - 1; i >= 0; i--) {
            for (int k = i + 1; k < m; k++) {
                x[i] -= a[k][i] * x[k];
            }
            x[i] /= a[i][i];
        }
        return Arrays.stream(x).map(v -> Double.isFinite(v) ? v : 0).toArray();
    }
}
