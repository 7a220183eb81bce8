package org.kindlin.assays.wound;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.image.Components;

/**
 * Single cells within a gap. Away from the edges they are islands and count as gap; when an edge reaches one it hangs on the sheet,
 * and would count as closed before the sheet has come there. What no square of a few reaches fits into is no sheet, so a cell that
 * hangs on it stays gap, where cells are small enough to vanish in that way: larger squares cut off what belongs to a sheet.
 *
 * @param radius of a disc of the area of a usual island, in pixels; that of the square where none was seen
 * @param square half the width of the square; 0 where cells that hang on a sheet are left to it
 */
record LooseCells(double radius, int square) {
    private static final int SQUARE = 2; // reaches
    private static final double VANISHES = 1.5; // radius over half the width; a square fits into a disc from 1.41 on

    static LooseCells of(List<MeasuredFrame> frames, int reach) {
        int square = SQUARE * reach;
        int[] islands = frames.stream()
                .flatMap(frame -> frame.open().stream())
                .flatMapToInt(open -> islands(open, square * square))
                .sorted()
                .toArray();
        if (islands.length == 0) {
            return new LooseCells(square, 0);
        }
        double radius = Math.sqrt(islands[islands.length / 2] / Math.PI);
        return new LooseCells(radius, radius < VANISHES * square ? square : 0);
    }

    private static IntStream islands(BitMask open, int least) {
        Components parts = open.filled().and(open.not()).parts(true);
        return Arrays.stream(parts.size()).skip(1).filter(size -> size >= least);
    }

    /** Pixels of a region that no sheet covers. */
    int gap(BitMask open, BitMask region) {
        return square == 0
                ? open.filled().count()
                : open.not().open(square).not().and(region).count();
    }
}
