package org.kindlin.assays.wound;

import org.kindlin.assays.image.Mask;
import org.kindlin.numerics.image.SquareMorphology;

/** Where a frame is open: smooth, grown back by the reach of the filter that made the cells seem too large. */
final class OpenArea {
    private OpenArea() {}

    static Mask of(float[] texture, int width, int height, int growth, double threshold) {
        boolean[] smooth = new boolean[texture.length];
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] = texture[i] <= threshold;
        }
        return new Mask(width, height, SquareMorphology.dilate(smooth, width, height, growth));
    }
}
