package org.kindlin.assays.blot.gel;

/**
 * A picture made smaller by means over squares.
 *
 * @param factor side of a square in pixels
 */
record Shrunk(float[] values, int width, int height, int factor) {

    static Shrunk of(float[] picture, int width, int height, int factor) {
        int w = Math.max(1, width / factor);
        int h = Math.max(1, height / factor);
        float[] small = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                double sum = 0;
                for (int j = 0; j < factor; j++) {
                    for (int i = 0; i < factor; i++) {
                        sum += picture[(y * factor + j) * width + x * factor + i];
                    }
                }
                small[y * w + x] = (float) (sum / (factor * factor));
            }
        }
        return new Shrunk(small, w, h, factor);
    }
}
