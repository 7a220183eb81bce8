package org.kindlin.assays.transwell;

import java.util.stream.IntStream;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Cells of a clump that show no hill of their own, told by its area. A clump holds at least as many cells as it has hills, and one
 * for every typical area, the last from 0.7 of it on. What is typical is the median of parts with one hill that the border does
 * not cut; where these differ much among themselves, area says nothing of number.
 */
final class HiddenCells {
    private static final double LAST_CELL = 0.7;
    private static final double MOST_SPREAD = 0.35;
    private static final double BEYOND = 2; // deviations of what as many cells are by chance
    private static final double MOST = 4; // typical areas for each hill: the wall of an insert, a fold, is no clump
    private static final int FEWEST = 5;

    private HiddenCells() {}

    /**
     * How many cells there are beyond the hills.
     *
     * @param areas pixels of each part, from index 1
     * @param hills cells of it that show a hill
     * @param isCut whether the border cuts it
     */
    static int count(double[] areas, int[] hills, boolean[] isCut) {
        double[] single = IntStream.range(1, areas.length)
                .filter(part -> hills[part] == 1 && !isCut[part])
                .mapToDouble(part -> areas[part])
                .toArray();
        if (single.length < FEWEST) {
            return 0;
        }
        double typical = Descriptive.median(single);
        double scatter = Descriptive.scaledMad(single) / typical;
        if (scatter > MOST_SPREAD) {
            return 0;
        }
        int hidden = 0;
        for (int part = 1; part < areas.length; part++) {
            double area = areas[part] / typical;
            double byChance = hills[part] * Math.exp(BEYOND * scatter / Math.sqrt(hills[part]));
            if (hills[part] > 0 && area > byChance && area <= MOST * hills[part]) {
                hidden += Math.max(0, (int) Math.floor(area + 1 - LAST_CELL) - hills[part]);
            }
        }
        return hidden;
    }
}
