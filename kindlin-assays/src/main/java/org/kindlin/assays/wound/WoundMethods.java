package org.kindlin.assays.wound;

import org.kindlin.assays.result.Prose;

/** The methods paragraph. */
final class WoundMethods {
    private WoundMethods() {}

    static String of(WoundResult result) {
        return "Roughness is the standard deviation of Sobel's gradient within a disc of radius " + result.reach()
                + " pixels over the local brightness, on a logarithmic scale. Smooth and rough are the two hills of its"
                + " histogram over all frames together; the threshold lies half-way between their tops, one for the whole"
                + " experiment. Smooth parts were grown by the same " + result.reach()
                + " pixels, by which the disc makes cells seem larger. "
                + (result.gaps() > 0
                        ? "The wound is the " + result.gaps()
                                + " large open part or parts of the most open frame; percent are of the frame. "
                        : "Percent are of the stated region. ")
                + "Limits of an area are those under thresholds moved by a tenth of the way between the tops, not of sampling."
                + " Closure is (A0 - A)/A0. The velocity of an edge is half the slope of area over length while more than a"
                + " tenth is open, with the "
                + Prose.number(100 * result.protocol().level())
                + " % interval of the straight line. Nothing is reported where the textures do not fall into two, where large"
                + " gaps hold less than half of the open area, or where a frame's cells have lost contrast.";
    }
}
