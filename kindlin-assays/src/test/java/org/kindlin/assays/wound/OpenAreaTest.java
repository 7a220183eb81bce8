package org.kindlin.assays.wound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.image.TwoModes;

class OpenAreaTest {
    private static final int SIZE = 120;
    private static final int REACH = 3;

    private static BitMask square(int x, int y, int width, int height) {
        float[] values = new float[SIZE * SIZE];
        for (int row = y; row < y + height; row++) {
            Arrays.fill(values, row * SIZE + x, row * SIZE + x + width, 1);
        }
        return BitMask.above(values, SIZE, SIZE, 0.5);
    }

    private static OpenArea area(BitMask open) {
        return new OpenArea(open, open, open, BitMask.none(SIZE, SIZE));
    }

    @Test
    void spotsOfASheetAreNoGap() {
        BitMask gap = square(50, 0, 30, SIZE);
        BitMask spot = square(20, 60, 8, 8);
        OpenArea first = area(gap.or(spot)).after(Optional.empty(), REACH);
        assertThat(first.open()).isEqualTo(gap);
        assertThat(area(gap.or(spot)).after(Optional.of(first), REACH).open()).isEqualTo(gap);
    }

    @Test
    void theLastOfAGapCountsWhereThereWasOne() {
        OpenArea before = area(square(50, 0, 12, SIZE));
        BitMask last = square(52, 60, 6, 6).or(square(53, 20, 6, 40));
        assertThat(area(last.or(square(90, 90, 6, 6)))
                        .after(Optional.of(before), REACH)
                        .open())
                .isEqualTo(last);
    }

    @Test
    void aLargePartCountsWhereverItIs() {
        BitMask open = square(20, 20, 40, 40);
        assertThat(area(open).after(Optional.of(area(BitMask.none(SIZE, SIZE))), REACH))
                .isEqualTo(area(open));
    }

    /** A speck makes a hole of six pixels across, a cell of eighteen; cells are 4.7 or 9 times as rough as plastic. */
    @Test
    void holesOfSpecksAmongFaintCellsAreOpen() {
        BitMask speck = square(20, 20, 10, 10);
        BitMask cell = square(60, 60, 22, 22);
        BitMask sheet = square(0, 100, SIZE, 20);
        OpenArea faint = area(4.7, speck.or(cell).or(sheet));
        assertThat(faint.open().at(25, 25)).isTrue();
        assertThat(faint.open().at(71, 71)).isFalse();
        assertThat(faint.open().at(60, 110)).isFalse();
        assertThat(faint.least().at(25, 25)).isTrue();
        assertThat(area(9, speck.or(cell).or(sheet)).open().at(71, 71)).isFalse();
        assertThat(edge(9).speck(REACH)).isZero();
    }

    private static EdgeModel edge(double ratio) {
        return EdgeModel.of(new TwoModes(-4, -4 + Math.log(ratio), 0, 0.5), REACH);
    }

    private static OpenArea area(double ratio, BitMask rough) {
        float[] texture = new float[SIZE * SIZE];
        for (int i = 0; i < texture.length; i++) {
            texture[i] = rough.at(i % SIZE, i / SIZE) ? (float) (-4 + Math.log(ratio)) : -4;
        }
        return OpenArea.of(new Texture(SIZE, new Texture.Rows(SIZE, 0, 1), texture), edge(ratio), REACH);
    }
}
