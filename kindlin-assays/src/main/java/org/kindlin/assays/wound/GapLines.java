package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.image.Components;

/**
 * The gaps of a region seen along their axes: how long they are, and at how many places a frame is open from one end to the other.
 *
 * @param length sum of the lengths of the gaps in pixels; two edges of this length close them
 */
record GapLines(List<Gap> gaps, double length) {

    /** The direction in which a gap is longest. */
    private record Axis(double cos, double sin) {
        /** The line across the gap on which a pixel lies. */
        int line(int x, int y) {
            return (int) Math.rint(x * cos + y * sin);
        }
    }

    /** A gap and its axis. */
    private record Gap(BitMask mask, Axis axis) {
        /** Lines across it, a pixel apart, on which anything is open; from pixel to pixel of a run no line is left out. */
        int open(BitMask open) {
            int shift = mask.width() + mask.height();
            BitSet lines = new BitSet(2 * shift + 1);
            mask.and(open).runs((row, first, last) -> {
                int one = shift + axis.line(first, row);
                int other = shift + axis.line(last, row);
                lines.set(Math.min(one, other), Math.max(one, other) + 1);
            });
            return lines.cardinality();
        }

        /** Open pixels on each line across it. */
        int[] widths(BitMask open) {
            int shift = mask.width() + mask.height();
            int[] widths = new int[2 * shift + 1];
            mask.and(open).runs((row, first, last) -> {
                for (int x = first; x <= last; x++) {
                    widths[shift + axis.line(x, row)]++;
                }
            });
            return widths;
        }
    }

    static GapLines of(BitMask region) {
        Components parts = region.parts(true);
        List<Gap> gaps = new ArrayList<>();
        double length = 0;
        for (int part = 1; part <= parts.count(); part++) {
            int chosen = part;
            Axis axis = axis(parts, part);
            gaps.add(new Gap(parts.where(one -> one == chosen), axis));
            length += new Chords(region.width(), region.height(), axis.cos, axis.sin).of(parts, part);
        }
        return new GapLines(List.copyOf(gaps), length);
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
        return gaps.stream().mapToInt(gap -> gap.open(open)).sum();
    }

    /** Open pixels on each line across the gaps, gap by gap. */
    int[] widths(BitMask open) {
        return gaps.stream()
                .flatMapToInt(gap -> Arrays.stream(gap.widths(open)))
                .toArray();
    }
}
