package org.kindlin.assays.transwell;

import java.util.List;
import java.util.stream.IntStream;
import org.kindlin.numerics.image.Components;
import org.kindlin.numerics.image.HillCount;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Cells of a clump that show no hill of their own, told by its area. A clump holds at least as many cells as it has hills, and one
 * for every typical area, the last from 0.7 of it on. What is typical is the median of parts with one hill that the border does
 * not cut; where these differ much among themselves, area says nothing of number.
 */
final class HiddenCells {
    private static final double LAST_CELL = 0.7;
    private static final double MOST_SPREAD = 0.35;
    private static final int FEWEST = 5;

    private HiddenCells() {}

    /** How many cells there are beyond the hills, in parts of at least this many pixels. */
    static int count(Components parts, List<HillCount.Top> tops, int leastArea) {
        int[] hills = new int[parts.count() + 1];
        for (HillCount.Top top : tops) {
            hills[parts.label()[top.y() * parts.width() + top.x()]]++;
        }
        boolean[] isCut = cutByBorder(parts);
        double[] single = IntStream.rangeClosed(1, parts.count())
                .filter(part -> hills[part] == 1 && !isCut[part])
                .mapToDouble(part -> parts.size()[part])
                .toArray();
        if (single.length < FEWEST) {
            return 0;
        }
        double typical = Descriptive.median(single);
        if (Descriptive.scaledMad(single) > MOST_SPREAD * typical) {
            return 0;
        }
        int hidden = 0;
        for (int part = 1; part <= parts.count(); part++) {
            int byArea = (int) Math.floor(parts.size()[part] / typical + 1 - LAST_CELL);
            hidden += parts.size()[part] >= leastArea ? Math.max(0, byArea - hills[part]) : 0;
        }
        return hidden;
    }

    private static boolean[] cutByBorder(Components parts) {
        boolean[] isCut = new boolean[parts.count() + 1];
        int width = parts.width();
        int height = parts.height();
        int[] label = parts.label();
        for (int x = 0; x < width; x++) {
            isCut[label[x]] = true;
            isCut[label[(height - 1) * width + x]] = true;
        }
        for (int y = 0; y < height; y++) {
            isCut[label[y * width]] = true;
            isCut[label[y * width + width - 1]] = true;
        }
        return isCut;
    }
}
