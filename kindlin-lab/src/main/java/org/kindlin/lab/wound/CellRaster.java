package org.kindlin.lab.wound;

import java.util.Arrays;
import java.util.List;

/**
 * Which cell every pixel belongs to: the nearest, if it is near enough.
 *
 * @param nearest distance to the nearest cell's middle; infinite far from all
 * @param second distance to the next one
 * @param shade brightness of the nearest
 * @param radius reach of a cell: pixels farther away are open
 */
record CellRaster(int width, int height, float[] nearest, float[] second, float[] shade, double radius) {

    /** @param beyond pixels around the cells of which the distance is known too */
    static CellRaster of(List<Seed> cells, int width, int height, double radius, double beyond, Warp warp) {
        float[] nearest = new float[width * height];
        float[] second = new float[width * height];
        float[] shade = new float[width * height];
        Arrays.fill(nearest, Float.POSITIVE_INFINITY);
        Arrays.fill(second, Float.POSITIVE_INFINITY);
        double reach = radius + beyond + warp.most();
        for (Seed cell : cells) {
            int top = (int) Math.max(0, Math.ceil(cell.y() - reach));
            int bottom = (int) Math.min(height - 1.0, Math.floor(cell.y() + reach));
            int left = (int) Math.max(0, Math.ceil(cell.x() - reach));
            int right = (int) Math.min(width - 1.0, Math.floor(cell.x() + reach));
            for (int y = top; y <= bottom; y++) {
                for (int x = left; x <= right; x++) {
                    int i = y * width + x;
                    double across = x + warp.dx()[i] - cell.x();
                    double down = y + warp.dy()[i] - cell.y();
                    float distance = (float) Math.sqrt(across * across + down * down);
                    if (distance < nearest[i]) {
                        second[i] = nearest[i];
                        nearest[i] = distance;
                        shade[i] = (float) cell.shade();
                    } else if (distance < second[i]) {
                        second[i] = distance;
                    }
                }
            }
        }
        return new CellRaster(width, height, nearest, second, shade, radius);
    }

    boolean isOpen(int i) {
        return nearest[i] > radius;
    }

    /** Pixels that no cell covers. */
    int open() {
        int open = 0;
        for (int i = 0; i < nearest.length; i++) {
            open += isOpen(i) ? 1 : 0;
        }
        return open;
    }

    /** Pixels that cells cover from one column to before another. */
    int covered(int from, int to) {
        int covered = 0;
        for (int y = 0; y < height; y++) {
            for (int x = from; x < to; x++) {
                covered += isOpen(y * width + x) ? 0 : 1;
            }
        }
        return covered;
    }
}
