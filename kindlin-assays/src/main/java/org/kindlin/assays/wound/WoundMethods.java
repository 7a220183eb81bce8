package org.kindlin.assays.wound;

import org.kindlin.assays.result.Prose;

/** The methods paragraph. */
final class WoundMethods {
    private WoundMethods() {}

    static String of(WoundResult result) {
        WoundResult.Window window = result.window();
        return (window.smoothing() > 0
                        ? "Frames were smoothed by a Gaussian of " + Prose.number(window.smoothing())
                                + " pixels, as noise hid the cells. "
                        : "")
                + "Roughness is the standard deviation of Sobel's gradient within a disc of radius " + window.reach()
                + " pixels over the local brightness, on a logarithmic scale. Smooth and rough are the two hills of"
                + " its histogram over all frames together; open is what is less than three times as rough as plastic,"
                + " or less than about half-way between the tops of faint cells, one threshold for the whole"
                + " experiment. Open parts were grown by "
                + result.modes()
                        .map(modes -> EdgeModel.of(modes, window.reach()).growth())
                        .orElse(window.reach())
                + " pixels, by which the disc makes cells seem larger. "
                + (result.wounds().stream().anyMatch(wound -> wound.gaps() > 0)
                        ? "A wound is the large open part or parts of its most open frame; percent are of the frame. "
                        : "Percent are of the stated region. ")
                + slits(result)
                + "Limits of an area are those under thresholds moved by a tenth of the way between the tops, not of"
                + " sampling. Closure is (A0 - A)/A0. The velocity of an edge is half the slope of area over length"
                + " while the gap is open along 95 % of its length, with the "
                + Prose.number(100 * result.protocol().level())
                + " % interval of the straight line (errors of frames taken as alike for as long as edges need to pass"
                + " a single cell; single cells that hang on an edge count as gap where they are small), to which the"
                + " outline adds, as a standard deviation, a third of half the difference of the slopes under those"
                + " two thresholds; the half-closure time has the outline's error and that of areas that scatter as"
                + " they do about a parabola. Nothing is reported where the textures do not fall into two, where large"
                + " gaps hold less than half of the open area, where no sheet of cells lies beside them, where a frame"
                + " is overexposed, three times brighter or darker than most, has lost the contrast of the"
                + " experiment's cells or lacks half of the cells of the other frames, or where its area jumps out of"
                + " the course."
                + (result.velocities().groups().isEmpty()
                        ? ""
                        : " Velocities are compared over wounds: ratios of geometric means with Welch's interval, and a"
                                + " dose-response curve in % of the control's mean where there are four doses.");
    }

    private static String slits(WoundResult result) {
        return result.frames().allMatch(frame -> frame.slits() == 0)
                ? ""
                : "Where a part of a gap is no longer seen open, it is taken to be as wide as when it was last seen,"
                        + " less what the gap has usually closed by since, and no wider than the widest slit that is not"
                        + " seen, as cells are felt from both sides; this is in the areas and not in the masks. ";
    }
}
