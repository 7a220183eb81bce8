package org.kindlin.lab.wound;

import org.kindlin.lab.optics.Noise;
import org.kindlin.numerics.random.RandomStream;

/**
 * A bent plane: no cell is a circle and no row is straight in it.
 *
 * @param dx by which every pixel is moved across
 * @param dy by which every pixel is moved down
 * @param most largest of either
 */
record Warp(float[] dx, float[] dy, double most) {
    private static final double DEVIATION = 0.16;
    private static final double SMOOTH = 0.3;

    /** Bends as large as a part of the cells' spacing, smooth over another part of it. */
    static Warp of(int width, int height, double spacing, RandomStream random) {
        float[] dx = Noise.smooth(width, height, SMOOTH * spacing, random.child("x"));
        float[] dy = Noise.smooth(width, height, SMOOTH * spacing, random.child("y"));
        double most = 0;
        for (int i = 0; i < dx.length; i++) {
            dx[i] *= (float) (DEVIATION * spacing);
            dy[i] *= (float) (DEVIATION * spacing);
            most = Math.max(most, Math.max(Math.abs(dx[i]), Math.abs(dy[i])));
        }
        return new Warp(dx, dy, most);
    }
}
