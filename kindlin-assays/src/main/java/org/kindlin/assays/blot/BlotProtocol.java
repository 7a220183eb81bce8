package org.kindlin.assays.blot;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.blot.gel.GelProtocol;
import org.kindlin.assays.blot.gel.Orientation;

/**
 * The parameters of a blot analysis.
 *
 * @param gel how pictures are measured
 * @param region part of every picture that is looked at
 * @param orientation where the top of the gel lies in the picture
 * @param ladder weights of a ladder's bands from the top
 * @param weightUnit their unit
 * @param ratios numerator and denominator of every ratio that is wanted, by names of targets
 * @param loadingControl target by which both are divided where the same target's total was not probed
 * @param doseUnit unit of the layout's doses
 * @param level of intervals
 */
public record BlotProtocol(
        GelProtocol gel,
        Optional<Region> region,
        Orientation orientation,
        List<Double> ladder,
        String weightUnit,
        List<TargetPair> ratios,
        Optional<String> loadingControl,
        String doseUnit,
        double level) {
    public BlotProtocol {
        ladder = List.copyOf(ladder);
        ratios = List.copyOf(ratios);
    }

    /** Part of a picture, in pixels from its top left. */
    public record Region(int x, int y, int width, int height) {}

    /** A phosphorylated target and the total of the same target. */
    public record TargetPair(String phosphorylated, String total) {
        String name() {
            return phosphorylated + "/" + total;
        }
    }
}
