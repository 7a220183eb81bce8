package org.kindlin.assays.adhesion;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Assembly and disassembly of one adhesion: the logarithm of its intensity rises in a straight line, stays, and falls in a
 * straight line, {@code ln I = c - ka max(0, t1 - t) - kd max(0, t - t2)} (log-linear fits after D. J. Webb et al., Nat. Cell
 * Biol. 6:154-161, 2004, with the ends of the phases found by least squares over all pairs of frames).
 *
 * @param assembly ka per minute; empty where no rise was seen
 * @param disassembly kd per minute; empty where no fall was seen
 * @param rise minutes at which the rise ends
 * @param fall minutes at which the fall begins
 */
record TurnoverFit(OptionalDouble assembly, OptionalDouble disassembly, double rise, double fall) {
    private static final int FEWEST = 5;

    /** Fits intensities above zero at these minutes, weighted by their squares; empty with too few. */
    static Optional<TurnoverFit> of(double[] minutes, double[] intensity) {
        int n = minutes.length;
        if (n < 2 * FEWEST) {
            return Optional.empty();
        }
        double[] logs = Arrays.stream(intensity).map(StrictMath::log).toArray();
        double best = Double.POSITIVE_INFINITY;
        double[] chosen = new double[0];
        int[] ends = new int[2];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                boolean hasRise = i >= FEWEST - 1;
                boolean hasFall = n - 1 - j >= FEWEST - 1;
                if ((i > 0 && !hasRise) || (j < n - 1 && !hasFall)) {
                    continue;
                }
                double[] fit = solve(minutes, intensity, logs, minutes[i], minutes[j], hasRise, hasFall);
                if (fit[3] < best) {
                    best = fit[3];
                    chosen = fit;
                    ends[0] = i;
                    ends[1] = j;
                }
            }
        }
        boolean rises = ends[0] >= FEWEST - 1 && chosen[1] > 0;
        boolean falls = n - 1 - ends[1] >= FEWEST - 1 && chosen[2] > 0;
        return Optional.of(new TurnoverFit(
                rises ? OptionalDouble.of(chosen[1]) : OptionalDouble.empty(),
                falls ? OptionalDouble.of(chosen[2]) : OptionalDouble.empty(),
                minutes[ends[0]],
                minutes[ends[1]]));
    }

    /** c, ka, kd and the weighted residual sum of squares. */
    private static double[] solve(
            double[] t, double[] y, double[] logs, double t1, double t2, boolean rises, boolean falls) {
        double[][] a = new double[3][4];
        for (int k = 0; k < t.length; k++) {
            double w = y[k] * y[k];
            double[] row = {1, rises ? -Math.max(0, t1 - t[k]) : 0, falls ? -Math.max(0, t[k] - t2) : 0};
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    a[i][j] += w * row[i] * row[j];
                }
                a[i][3] += w * row[i] * logs[k];
            }
        }
        a[1][1] += rises ? 0 : 1;
        a[2][2] += falls ? 0 : 1;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (j != i) {
                    double factor = a[j][i] / a[i][i];
                    for (int k = i; k < 4; k++) {
                        a[j][k] -= factor * a[i][k];
                    }
                }
            }
        }
        double[] fit = {a[0][3] / a[0][0], a[1][3] / a[1][1], a[2][3] / a[2][2], 0};
        for (int k = 0; k < t.length; k++) {
            double r = logs[k]
                    - fit[0]
                    + fit[1] * (rises ? Math.max(0, t1 - t[k]) : 0)
                    + fit[2] * (falls ? Math.max(0, t[k] - t2) : 0);
            fit[3] += y[k] * y[k] * r * r;
        }
        return fit;
    }
}
