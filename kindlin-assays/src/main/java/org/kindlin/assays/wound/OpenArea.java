package org.kindlin.assays.wound;

import org.kindlin.assays.image.Mask;
import org.kindlin.numerics.image.SquareMorphology;
import org.kindlin.numerics.image.TwoModes;

/** Where a frame is open: smooth, grown back by the reach of the filter that made the cells seem too large. */
final class OpenArea {
    private static final double CLEAR = 8;

    private OpenArea() {}

    /**
     * How far smooth parts are grown. A disc that lies across an edge has the threshold's roughness where the part f of it that
     * covers cells is {@code 1 / (1 + ratio)}: the threshold lies half-way between the logarithms of both roughnesses, and
     * variances add by area. The clearer cells stand out, the farther away they are felt; from a ratio of eight on, as far as the
     * disc reaches.
     */
    static int growth(TwoModes modes, int reach) {
        double ratio = StrictMath.exp(modes.high() - modes.low());
        double part = ratio >= CLEAR ? 1 : distance(1 / (1 + ratio)) / distance(1 / (1 + CLEAR));
        return (int) Math.max(1, Math.rint(reach * part));
    }

    /** Distance of the chord that cuts this part off a disc of radius one. */
    private static double distance(double part) {
        double low = 0;
        double high = 1;
        while (high - low > 1e-6) {
            double middle = (low + high) / 2;
            double cut = (StrictMath.acos(middle) - middle * Math.sqrt(1 - middle * middle)) / Math.PI;
            if (cut > part) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static Mask of(float[] texture, int width, int height, int growth, double threshold) {
        boolean[] smooth = new boolean[texture.length];
        for (int i = 0; i < smooth.length; i++) {
            smooth[i] = texture[i] <= threshold;
        }
        return new Mask(width, height, SquareMorphology.dilate(smooth, width, height, growth));
    }
}
