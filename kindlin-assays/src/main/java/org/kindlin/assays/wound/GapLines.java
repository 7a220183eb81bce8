package org.kindlin.assays.wound;

import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.image.Components;

/**
 * The gaps of a region seen along their axes: how long they are, and at how many places a frame is open from one end to the other.
 *
 * @param label the gap of every pixel, from 1; 0 outside
 * @param axes of the gaps, the first for label 1
 * @param length sum of the lengths of the gaps in pixels; two edges of this length close them
 */
record GapLines(int width, int[] label, Axis[] axes, double length) {

    /** The direction in which a gap is longest. */
    private record Axis(double cos, double sin) {
        /** The line across the gap on which a pixel lies. */
        int line(int x, int y) {
            return (int) Math.rint(x * cos + y * sin);
        }
    }

    static GapLines of(BitMask region) {
        Components parts = region.parts(true);
        Axis[] axes = new Axis[parts.count()];
        double length = 0;
        for (int part = 1; part <= parts.count(); part++) {
            Axis axis = axis(parts, part);
            axes[part - 1] = axis;
            length += new Chords(region.width(), region.height(), axis.cos, axis.sin).of(parts, part);
        }
        return new GapLines(region.width(), parts.label(), axes, length);
    }

    private static Axis axis(Components parts, int part) {
        double n = parts.size()[part];
        double[] moments = new double[5];
        parts.visit(part, (row, first, last) -> {
            double pixels = last - first + 1.0;
            double columns = pixels * (first + (double) last) / 2;
            moments[0] += columns;
            moments[1] += pixels * row;
            moments[2] += squares(last) - squares(first - 1.0);
            moments[3] += columns * row;
            moments[4] += pixels * row * row;
        });
        double mx = moments[0] / n;
        double my = moments[1] / n;
        double angle = 0.5
                * StrictMath.atan2(
                        2 * (moments[3] / n - mx * my), moments[2] / n - mx * mx - (moments[4] / n - my * my));
        return new Axis(StrictMath.cos(angle), StrictMath.sin(angle));
    }

    /** Sum of the squares of the whole numbers up to one. */
    private static double squares(double last) {
        return last * (last + 1) * (2 * last + 1) / 6;
    }

    /** Lines across the gaps, a pixel apart, on which anything is open. */
    int open(BitMask open) {
        int shift = width + open.height();
        boolean[][] seen = new boolean[axes.length][2 * shift + 1];
        for (int y = 0; y < open.height(); y++) {
            for (int x = 0; x < width; x++) {
                int gap = open.at(x, y) ? label[y * width + x] : 0;
                if (gap > 0) {
                    seen[gap - 1][shift + axes[gap - 1].line(x, y)] = true;
                }
            }
        }
        int lines = 0;
        for (boolean[] gap : seen) {
            for (boolean line : gap) {
                lines += line ? 1 : 0;
            }
        }
        return lines;
    }
}
