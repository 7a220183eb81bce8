package org.kindlin.assays.blot.gel;

import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.ValueRange;

/**
 * Whether text, lines or a frame were drawn into a picture: many pixels at one end of its values whose neighbours lie far from it.
 * Optics never draw so sharply; a saturated band falls off over several pixels.
 */
public final class BurnedIn {
    private static final int FEWEST = 60; // hard edges: two letters
    private static final double HARD = 0.4; // of the range from one pixel to the next
    private static final double MOSTLY = 0.5;

    private final ImagePlane plane;
    private final ValueRange range;

    private BurnedIn(ImagePlane plane) {
        this.plane = plane;
        this.range = ValueRange.of(plane);
    }

    /** Whether a picture holds drawings in its lightest or darkest value. */
    public static boolean in(ImagePlane plane) {
        BurnedIn picture = new BurnedIn(plane);
        ValueRange range = picture.range;
        return range.most() > range.least() && (picture.isDrawn(range.most()) || picture.isDrawn(range.least()));
    }

    /** Along rows, for every pixel of a value beside one of another. */
    private boolean isDrawn(float value) {
        int edges = 0;
        int hard = 0;
        for (int y = 0; y < plane.height(); y++) {
            float before = plane.at(0, y);
            for (int x = 1; x < plane.width(); x++) {
                float here = plane.at(x, y);
                if ((here == value) != (before == value)) {
                    edges++;
                    hard += Math.abs(here - before) > HARD * range.span() ? 1 : 0;
                }
                before = here;
            }
        }
        return hard >= FEWEST && hard > MOSTLY * edges;
    }
}
