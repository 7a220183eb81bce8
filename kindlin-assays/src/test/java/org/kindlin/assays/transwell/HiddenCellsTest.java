package org.kindlin.assays.transwell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Cells of clumps that only area tells; areas of index 0 are no part. */
class HiddenCellsTest {
    private static final double[] SINGLE = {0, 100, 96, 104, 98, 102, 100};

    /** Six single cells, then one part more. */
    private static int hidden(double area, int hills) {
        double[] areas = java.util.Arrays.copyOf(SINGLE, 8);
        areas[7] = area;
        return HiddenCells.count(areas, new int[] {0, 1, 1, 1, 1, 1, 1, hills}, new boolean[8]);
    }

    @Test
    void theLastCountsFromSevenTenths() {
        assertThat(hidden(265, 2)).isZero();
        assertThat(hidden(275, 2)).isEqualTo(1);
        assertThat(hidden(375, 2)).isEqualTo(2);
    }

    @Test
    void whatHasNoHillCountsForNothing() {
        assertThat(hidden(500, 0)).isZero();
    }

    /** A part 1.8 times as large as cells of 30 % scatter are is one of them; one of 3 is not. */
    @Test
    void largeSingleCellsAreNoClumps() {
        double[] areas = {0, 70, 80, 100, 100, 120, 130, 180};
        int[] hills = {0, 1, 1, 1, 1, 1, 1, 1};
        assertThat(HiddenCells.count(areas, hills, new boolean[8])).isZero();
        areas[7] = 300;
        assertThat(HiddenCells.count(areas, hills, new boolean[8])).isEqualTo(2);
    }

    @Test
    void cellsOfAllSizesSayNothingOfNumber() {
        double[] areas = {0, 20, 60, 100, 160, 240, 90, 400};
        assertThat(HiddenCells.count(areas, new int[] {0, 1, 1, 1, 1, 1, 1, 1}, new boolean[8]))
                .isZero();
    }
}
