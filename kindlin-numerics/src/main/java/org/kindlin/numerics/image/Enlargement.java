package org.kindlin.numerics.image;

/** A picture of squares' values drawn out to full size by straight lines between the squares' middles. */
final class Enlargement {
    private Enlargement() {}

    /** The enlarged picture, held at or below another one of full size. */
    static float[] below(float[] small, int w, int h, int side, float[] limit, int width, int height) {
        Places across = Places.of(width, w, side);
        Places down = Places.of(height, h, side);
        float[] upper = new float[width];
        float[] lower = new float[width];
        float[] large = new float[limit.length];
        int row = -1;
        for (int y = 0; y < height; y++) {
            if (down.index[y] != row) {
                row = down.index[y];
                draw(small, row * w, across, upper);
                draw(small, Math.min(h - 1, row + 1) * w, across, lower);
            }
            between(upper, lower, down.weight[y], large, y * width, limit);
        }
        return large;
    }

    private static void draw(float[] small, int start, Places across, float[] line) {
        for (int x = 0; x < line.length; x++) {
            int left = start + across.index[x];
            float weight = across.weight[x];
            line[x] = small[left] * weight + small[left + across.step] * (1 - weight);
        }
    }

    private static void between(float[] upper, float[] lower, float weight, float[] large, int start, float[] limit) {
        for (int x = 0; x < upper.length; x++) {
            large[start + x] = Math.min(limit[start + x], upper[x] * weight + lower[x] * (1 - weight));
        }
    }

    /**
     * For every pixel the square at or before it and its weight; beyond the outermost middles lines go on.
     *
     * @param step to the next square, 0 where there is one alone
     */
    private record Places(int[] index, float[] weight, int step) {
        static Places of(int length, int squares, int side) {
            int[] index = new int[length];
            float[] weight = new float[length];
            for (int i = 0; i < length; i++) {
                index[i] = Math.clamp((i - side / 2) / side, 0, Math.max(0, squares - 2));
                weight[i] = 1 - ((i + 0.5f) / side - (index[i] + 0.5f));
            }
            return new Places(index, weight, squares > 1 ? 1 : 0);
        }
    }
}
