package org.kindlin.numerics.image;

/**
 * A row of pixels between rows of pictures. It is of another type than they are: it cannot be the same array as what is read into
 * it or written from it, which lets the loops take many pixels at once. Minima and differences are those of single floats.
 */
public final class PixelRow {
    private final double[] values;

    /** A row of so many pixels. */
    public PixelRow(int width) {
        this.values = new double[width];
    }

    /** Takes the values of a picture from an index on. */
    public void set(float[] picture, int from) {
        for (int x = 0; x < values.length; x++) {
            values[x] = picture[from + x];
        }
    }

    /** Each value the lesser of itself and that of a picture. */
    public void lower(float[] picture, int from) {
        for (int x = 0; x < values.length; x++) {
            values[x] = Math.min(values[x], (double) picture[from + x]);
        }
    }

    /** Adds the values of a picture. */
    public void add(float[] picture, int from) {
        for (int x = 0; x < values.length; x++) {
            values[x] += picture[from + x];
        }
    }

    /** Takes the values of a picture away. */
    public void subtract(float[] picture, int from) {
        for (int x = 0; x < values.length; x++) {
            values[x] -= picture[from + x];
        }
    }

    /** Writes the values into a picture from an index on, to the nearest float. */
    public void write(float[] picture, int from) {
        for (int x = 0; x < values.length; x++) {
            picture[from + x] = (float) values[x];
        }
    }
}
