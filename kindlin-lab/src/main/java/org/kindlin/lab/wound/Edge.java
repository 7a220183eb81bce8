package org.kindlin.lab.wound;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.kindlin.numerics.random.RandomStream;

/**
 * A sheet of cells on one side of a gap, moving into it.
 *
 * @param cells where they were at the beginning, those beyond the frame included
 * @param direction 1 for a sheet on the left, -1 for one on the right
 * @param origin column of the sheet's far end: cells come into sight there
 * @param meeting line at which cells meet those of the other side and stay
 * @param pace by row: 1 + pace of the common velocity
 */
record Edge(List<Seed> cells, int direction, double origin, Line meeting, Wave pace) {

    /** A line from top to bottom. */
    interface Line {
        double column(double row);
    }

    /** Rows of cells packed as in a comb, each out of place by a fifth of the spacing at most. */
    static List<Seed> lattice(
            double from, double to, int height, double spacing, Line border, int direction, RandomStream random) {
        double pitch = spacing * Math.sqrt(3) / 2;
        List<Seed> cells = new ArrayList<>();
        int row = 0;
        for (double y = -2 * spacing; y < height + 2 * spacing; y += pitch) {
            double start = from + (row++ % 2) * spacing / 2;
            for (double x = start; x < to; x += spacing) {
                double angle = random.nextUniform(0, 2 * Math.PI);
                double away = 0.2 * spacing * Math.sqrt(random.nextDouble());
                double shade = random.nextUniform(-1, 1);
                double cellX = x + away * StrictMath.cos(angle);
                double cellY = y + away * StrictMath.sin(angle);
                if (direction * (border.column(cellY) - cellX) >= 0) {
                    cells.add(new Seed(cellX, cellY, shade));
                }
            }
        }
        return cells;
    }

    /** Cells in sight when the sheet has moved by this many pixels on average. */
    List<Seed> after(double moved) {
        return entered(moved)
                .filter(cell -> direction * (meeting.column(cell.y()) - cell.x()) >= 0)
                .toList();
    }

    /** The same where the other side's cells are not there: the sheet moves on beyond where the two would meet. */
    List<Seed> alone(double moved) {
        return entered(moved).toList();
    }

    private Stream<Seed> entered(double moved) {
        return cells.stream()
                .map(cell -> cell.at(cell.x() + direction * moved * (1 + pace.at(cell.y()))))
                .filter(cell -> direction * (cell.x() - origin) >= 0);
    }
}
