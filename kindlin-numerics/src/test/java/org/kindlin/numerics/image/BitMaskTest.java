package org.kindlin.numerics.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

/** Words of 64 pixels against one pixel at a time, at widths about a whole number of words. */
class BitMaskTest {
    private static final int HEIGHT = 23;
    private static final int[] WIDTHS = {1, 31, 63, 64, 65, 128, 150};

    private static boolean[] mask(int width, double share) {
        RandomStream random = RandomStream.ofSeed(5 + width);
        boolean[] mask = new boolean[width * HEIGHT];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextDouble() < share;
        }
        return mask;
    }

    private static BitMask bits(boolean[] mask, int width) {
        float[] values = new float[mask.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = mask[i] ? 1 : 0;
        }
        return BitMask.above(values, width, mask.length / width, 0.5);
    }

    private static boolean[] pixels(BitMask mask) {
        boolean[] pixels = new boolean[mask.width() * mask.height()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = mask.at(i % mask.width(), i / mask.width());
        }
        return pixels;
    }

    @Test
    void everyPixelIsWhereItWasPut() {
        for (int width : WIDTHS) {
            boolean[] mask = mask(width, 0.3);
            BitMask bits = bits(mask, width);
            int count = 0;
            boolean[] other = new boolean[mask.length];
            for (int i = 0; i < mask.length; i++) {
                count += mask[i] ? 1 : 0;
                other[i] = !mask[i];
            }
            assertThat(pixels(bits)).isEqualTo(mask);
            assertThat(bits.count()).isEqualTo(count);
            assertThat(pixels(bits.not())).isEqualTo(other);
            assertThat(bits.not().count()).isEqualTo(mask.length - count);
            assertThat(bits.and(bits.not()).count()).isZero();
            assertThat(bits.or(bits.not())).isEqualTo(BitMask.all(width, HEIGHT));
        }
    }

    @Test
    void runsAreThePixelsOfEveryRowInOrder() {
        for (int width : WIDTHS) {
            boolean[] mask = mask(width, 0.7);
            boolean[] painted = new boolean[mask.length];
            int[] last = {-1};
            bits(mask, width).runs((row, from, to) -> {
                assertThat(row * (width + 1) + from).isGreaterThan(last[0]);
                last[0] = row * (width + 1) + to;
                Arrays.fill(painted, row * width + from, row * width + to + 1, true);
            });
            assertThat(painted).isEqualTo(mask);
        }
    }

    @Test
    void thresholdsLieWhereTheyAreStatedToTheLastBit() {
        float[] values = {0.1f, Math.nextUp(0.1f), Math.nextDown(0.1f)};
        assertThat(pixels(BitMask.above(values, 3, 1, 0.1))).containsExactly(true, true, false); // 0.1f > 0.1
        assertThat(pixels(BitMask.above(values, 3, 1, 0.1f))).containsExactly(false, true, false);
    }

    @Test
    void dilationIsASearchOfEverySquare() {
        for (int width : WIDTHS) {
            for (int radius : new int[] {0, 1, 3, 10, 70}) {
                boolean[] mask = mask(width, 0.01);
                boolean[] dilated = new boolean[mask.length];
                for (int i = 0; i < mask.length; i++) {
                    dilated[i] = isNear(mask, width, i % width, i / width, radius);
                }
                assertThat(pixels(bits(mask, width).dilate(radius))).isEqualTo(dilated);
            }
        }
    }

    private static boolean isNear(boolean[] mask, int width, int x, int y, int radius) {
        for (int j = Math.max(0, y - radius); j <= Math.min(HEIGHT - 1, y + radius); j++) {
            for (int i = Math.max(0, x - radius); i <= Math.min(width - 1, x + radius); i++) {
                if (mask[j * width + i]) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void roundDilationIsASearchOfEveryDisc() {
        for (int width : WIDTHS) {
            for (int radius : new int[] {0, 1, 3, 12, 70}) {
                boolean[] mask = mask(width, 0.01);
                boolean[] dilated = new boolean[mask.length];
                int most = radius == 0 ? 0 : radius * radius + 1;
                for (int i = 0; i < mask.length; i++) {
                    for (int j = 0; j < mask.length && !dilated[i]; j++) {
                        int across = i % width - j % width;
                        int down = i / width - j / width;
                        dilated[i] = mask[j] && Math.abs(down) <= radius && across * across + down * down <= most;
                    }
                }
                assertThat(pixels(bits(mask, width).dilateRound(radius))).isEqualTo(dilated);
            }
        }
    }

    @Test
    void openingKeepsWhatASquareFitsInto() {
        boolean[] mask = new boolean[150 * HEIGHT];
        for (int y = 5; y < 12; y++) {
            Arrays.fill(mask, y * 150 + 60, y * 150 + 67, true);
        }
        BitMask square = bits(mask, 150);
        mask[8 * 150 + 67] = true;
        mask[20 * 150] = true;
        assertThat(bits(mask, 150).open(3)).isEqualTo(square);
        assertThat(bits(mask, 150).open(4).count()).isZero();
        assertThat(BitMask.all(150, HEIGHT).open(30)).isEqualTo(BitMask.all(150, HEIGHT));
    }

    @Test
    void holesAreFilledAndBaysAreNot() {
        boolean[] mask = new boolean[70 * HEIGHT];
        for (int y = 3; y < 9; y++) {
            Arrays.fill(mask, y * 70 + 58, y * 70 + 68, true);
        }
        boolean[] filled = mask.clone();
        mask[5 * 70 + 64] = false;
        mask[6 * 70 + 64] = false;
        mask[7 * 70 + 58] = false;
        filled[7 * 70 + 58] = false;
        assertThat(pixels(bits(mask, 70).filled())).isEqualTo(filled);
    }

    @Test
    void sheetsHoldMasksSideBySide() {
        for (int width : WIDTHS) {
            BitMask one = bits(mask(width, 0.4), width);
            BitMask sheet = BitMask.sheet(
                    width,
                    HEIGHT,
                    3,
                    List.of(Optional.of(one), Optional.empty(), Optional.of(one.not()), Optional.of(one)));
            assertThat(sheet.width()).isEqualTo(3 * width);
            assertThat(sheet.height()).isEqualTo(2 * HEIGHT);
            assertThat(sheet.count()).isEqualTo(width * HEIGHT + one.count());
            for (int i = 0; i < width * HEIGHT; i++) {
                int x = i % width;
                int y = i / width;
                assertThat(sheet.at(x, y)).isEqualTo(one.at(x, y));
                assertThat(sheet.at(2 * width + x, y)).isEqualTo(!one.at(x, y));
                assertThat(sheet.at(x, HEIGHT + y)).isEqualTo(one.at(x, y));
            }
        }
    }

    @Test
    void partsAreThoseOfAFloodFill() {
        for (int width : new int[] {31, 150}) {
            boolean[] mask = mask(width, 0.45);
            for (boolean byCorners : new boolean[] {true, false}) {
                Components parts = bits(mask, width).parts(byCorners);
                int[] flooded = new int[mask.length];
                int count = 0;
                for (int i = 0; i < mask.length; i++) {
                    if (mask[i] && flooded[i] == 0) {
                        flood(mask, width, flooded, i, ++count, byCorners);
                    }
                }
                assertThat(parts.count()).isEqualTo(count);
                assertThat(parts.label()).isEqualTo(flooded);
                boolean[] third = new boolean[mask.length];
                for (int i = 0; i < mask.length; i++) {
                    third[i] = flooded[i] == 3;
                }
                assertThat(pixels(parts.where(part -> part == 3))).isEqualTo(third);
            }
        }
    }

    private static void flood(boolean[] mask, int width, int[] flooded, int at, int number, boolean byCorners) {
        flooded[at] = number;
        int x = at % width;
        int y = at / width;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                boolean inside = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < HEIGHT;
                int next = at + dy * width + dx;
                if (inside && (byCorners || dx == 0 || dy == 0) && mask[next] && flooded[next] == 0) {
                    flood(mask, width, flooded, next, number, byCorners);
                }
            }
        }
    }
}
