package org.kindlin.assays.wound;

import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.image.DiscMean;
import org.kindlin.numerics.image.Sobel;

/**
 * Means over a disc of one cell's radius about the pixels of the rows of a texture; beyond its borders a picture goes on with its last
 * row and column.
 *
 * @param brightness means of the picture
 * @param mean means of the size of its gradient
 * @param meanSquare means of the square of that
 */
record TextureSums(float[] brightness, float[] mean, float[] meanSquare) {

    /** Goes down the picture once; no more than a disc's rows are kept. */
    static TextureSums of(ImagePlane plane, int reach, Texture.Rows rows) {
        int width = plane.width();
        int size = rows.count() * width;
        TextureSums sums = new TextureSums(new float[size], new float[size], new float[size]);
        Discs discs = new Discs(new DiscMean(width, reach), new DiscMean(width, reach), new DiscMean(width, reach));
        Gradient gradient = new Gradient(plane);
        int next = 0;
        for (int y = -reach; y < plane.height() + reach; y++) {
            gradient.moveTo(Math.clamp(y, 0, plane.height() - 1));
            discs.add(gradient);
            if (next < rows.count() && y - reach == rows.at(next)) {
                discs.write(sums, next * width);
                next++;
            }
        }
        return sums;
    }

    private record Discs(DiscMean brightness, DiscMean mean, DiscMean meanSquare) {
        void add(Gradient gradient) {
            brightness.add(gradient.values);
            mean.add(gradient.size);
            meanSquare.add(gradient.squares);
        }

        void write(TextureSums sums, int from) {
            brightness.means(sums.brightness, from);
            mean.means(sums.mean, from);
            meanSquare.means(sums.meanSquare, from);
        }
    }

    /** A row of a picture and its gradient. */
    private static final class Gradient {
        private final ImagePlane plane;
        private final Sobel sobel;
        private final float[][] padded;
        private final float[] values;
        private final float[] squares;
        private final float[] size;
        private int y = -1;

        Gradient(ImagePlane plane) {
            this.plane = plane;
            this.sobel = new Sobel(plane.width());
            this.padded = new float[3][plane.width() + 2];
            this.values = new float[plane.width()];
            this.squares = new float[plane.width()];
            this.size = new float[plane.width()];
            load(0);
        }

        /** To the same row or the next. */
        void moveTo(int row) {
            if (row == y) {
                return;
            }
            y = row;
            int above = Math.max(0, y - 1);
            int below = Math.min(plane.height() - 1, y + 1);
            if (below > y) {
                load(below);
            }
            System.arraycopy(padded[y % 3], 1, values, 0, values.length);
            sobel.squares(padded[above % 3], padded[y % 3], padded[below % 3], squares);
            for (int x = 0; x < size.length; x++) {
                size[x] = (float) Math.sqrt(squares[x]);
            }
        }

        private void load(int row) {
            float[] line = padded[row % 3];
            plane.samples().copy(row * plane.width(), plane.width(), line, 1);
            line[0] = line[1];
            line[plane.width() + 1] = line[plane.width()];
        }
    }
}
