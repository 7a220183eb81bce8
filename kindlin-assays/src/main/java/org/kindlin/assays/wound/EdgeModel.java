package org.kindlin.assays.wound;

import org.kindlin.numerics.image.TwoModes;

/**
 * Where open ends: the roughness up to which a pixel is open, and how far what is open is then grown, because a disc that touches
 * cells is rough before its middle has reached them.
 *
 * <p>Cells that stand out clearly do not move the edge, however rough they are: the threshold is three times the roughness of
 * plastic (in a small disc {@code 1 + 1/reach^2} times that on the logarithmic scale). Fainter ones would be lost there, and the
 * threshold lies half-way, or up to a twentieth of the way above. A disc that lies across an edge has the threshold's roughness
 * where the part {@code 1 / (1 + ratio)} of it covers cells, as variances add by area: the fainter the cells, the nearer they are
 * when they are felt. The whole pixels of that distance are grown, by a disc, so that edges move alike whichever way they run; the rest
 * moves the threshold along the slope of the edge.
 *
 * <p>The distance, the slope and the twentieth are calibrated on films of the virtual lab of ratios 3 to 10, at a reach of 3, and stay within
 * the published areas of real frames of ratios 7.5 to 9.2 at a reach of 10.
 *
 * @param threshold logarithm of roughness
 * @param growth pixels
 * @param felt how far away cells are felt, in pixels
 */
record EdgeModel(TwoModes modes, double threshold, int growth, double felt) {
    private static final double TIMES_PLASTIC = 3;
    private static final double CLEAR = 7.5;
    private static final double SPECK = 0.75; // reaches: a thing of a smaller radius than this is no cell
    private static final double FELT = 1.22; // reaches; the gradient's own reach and the halo of cells add to the disc
    private static final double ABOVE_HALF = 0.055;
    private static final double ABOVE_HALF_AT = 9;
    private static final double SLOPE = 1 / 12.0; // of the way between smooth and rough, per pixel

    static EdgeModel of(TwoModes modes, int reach) {
        double way = modes.high() - modes.low();
        double ratio = StrictMath.exp(way);
        double clear = StrictMath.log(TIMES_PLASTIC) * (1 + 1.0 / (reach * (double) reach));
        double faint = way * (0.5 + ABOVE_HALF * Math.min(1, (ratio - 1) / (ABOVE_HALF_AT - 1)));
        double felt = felt(ratio, reach);
        int growth = (int) Math.max(1, Math.rint(felt));
        double rest = SLOPE * way * (felt - growth);
        return new EdgeModel(modes, modes.low() + Math.min(clear, faint) + rest, growth, felt);
    }

    /** How far away cells are felt, in pixels: as far as the disc reaches where they are clear. */
    private static double felt(double ratio, int reach) {
        double near = ratio >= CLEAR ? 0 : 1 - distance(1 / (1 + ratio)) / distance(1 / (1 + CLEAR));
        return FELT * reach * (1 - 2 * near);
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

    /** The widest slit between cells that is not seen, as they are felt from both sides. */
    double widestUnseen() {
        return 2 * felt;
    }

    /**
     * The most pixels that a speck leaves closed. Specks are no fainter than clear cells, and are felt as far as the disc reaches; where cells
     * are faint and what is open is grown by less, a hole is left about each of them. 0 where cells are clear.
     */
    int speck(int reach) {
        double farthest = FELT * reach;
        double radius = farthest - felt + SPECK * reach;
        return felt < farthest ? (int) (Math.PI * radius * radius) : 0;
    }

    /** The threshold moved by a part of the way between smooth and rough. */
    double moved(double part) {
        return threshold + part * (modes.high() - modes.low());
    }
}
