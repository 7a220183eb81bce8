package org.kindlin.assays.blot.gel;

/**
 * The least and the largest value of every block of a picture's pixels: few blocks hold any pixel near the end of the range.
 *
 * @param size number of pixels
 */
record Extremes(int size, float[] lowest, float[] highest) {
    private static final int BLOCK = 1024;

    static Extremes of(float[] values) {
        int blocks = (values.length + BLOCK - 1) / BLOCK;
        Extremes extremes = new Extremes(values.length, new float[blocks], new float[blocks]);
        for (int block = 0; block < blocks; block++) {
            float least = Float.POSITIVE_INFINITY;
            float most = Float.NEGATIVE_INFINITY;
            for (int i = extremes.from(block); i < extremes.from(block + 1); i++) {
                least = Math.min(least, values[i]);
                most = Math.max(most, values[i]);
            }
            extremes.lowest[block] = least;
            extremes.highest[block] = most;
        }
        return extremes;
    }

    int count() {
        return lowest.length;
    }

    /** The first pixel of a block; of the one after the last, the number of pixels. */
    int from(int block) {
        return Math.min(size, block * BLOCK);
    }

    float least() {
        float least = Float.POSITIVE_INFINITY;
        for (float value : lowest) {
            least = Math.min(least, value);
        }
        return least;
    }

    float most() {
        float most = Float.NEGATIVE_INFINITY;
        for (float value : highest) {
            most = Math.max(most, value);
        }
        return most;
    }
}
