package org.kindlin.assays.blot.gel;

import java.util.List;
import org.kindlin.numerics.image.Peak;
import org.kindlin.numerics.statistics.Descriptive;

/** Straight lines from foot to foot: the level of the signal just before and just after every group of touching bands. */
final class Valleys {
    private static final double FLANK = 3.5;
    private static final int LEAST_FOOT = 4;

    private Valleys() {}

    static double[] of(LaneProfile profile, List<Peak> peaks, double[] widths) {
        double[] y = profile.signal();
        double[] line = y.clone();
        int first = 0;
        while (first < peaks.size()) {
            int last = first;
            while (last + 1 < peaks.size()
                    && peaks.get(last + 1).position() - peaks.get(last).position()
                            < FLANK * (widths[last] + widths[last + 1])) {
                last++;
            }
            int leftEnd = first == 0 ? 0 : peaks.get(first).left();
            int rightEnd =
                    last == peaks.size() - 1 ? y.length - 1 : peaks.get(last).right();
            int from = (int) Math.rint(peaks.get(first).position() - FLANK * widths[first]);
            int to = (int) Math.rint(peaks.get(last).position() + FLANK * widths[last]);
            draw(line, y, new Foot(from, leftEnd, -1, widths[first]), new Foot(to, rightEnd, 1, widths[last]));
            first = last + 1;
        }
        return line;
    }

    /** Rows over which the level before or after a band is averaged. */
    static int foot(double width) {
        return (int) Math.max(LEAST_FOOT, Math.rint(1.5 * width));
    }

    private static void draw(double[] line, double[] y, Foot before, Foot after) {
        double upper = before.level(y);
        double lower = after.level(y);
        int from = before.row();
        int to = after.row();
        for (int i = from; i <= to && i < y.length; i++) {
            line[i] = upper + (lower - upper) * (i - from) / Math.max(1, to - from);
        }
    }

    /**
     * Where a group of bands ends on one side.
     *
     * @param wanted row at which its flank has run out
     * @param valley row of the valley towards the next band, beyond which the foot must not reach
     * @param outward -1 up, 1 down
     */
    private record Foot(int wanted, int valley, int outward, double width) {
        int row() {
            return outward < 0 ? Math.max(wanted, valley) : Math.min(wanted, valley);
        }

        double level(double[] y) {
            int rows = Math.clamp(Math.abs(row() - valley) + 1L, LEAST_FOOT / 2 + 1, foot(width));
            int end = row() + outward * (rows - 1);
            int low = Math.clamp(Math.min(row(), end), 0, y.length - 1);
            int high = Math.clamp(Math.max(row(), end), low, y.length - 1);
            return Descriptive.mean(java.util.Arrays.copyOfRange(y, low, high + 1));
        }
    }
}
