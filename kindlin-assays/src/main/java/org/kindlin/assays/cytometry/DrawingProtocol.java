package org.kindlin.assays.cytometry;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.event.automatic.AutomaticStep;
import org.kindlin.assays.event.automatic.CutModel;

/**
 * Which gates are drawn by models, and how.
 *
 * @param steps drawn where no gates are given, from the outside in
 * @param cut what separates two populations of one channel
 * @param resamples resamples behind the interval of a cut
 * @param split markers whose positive cells lie above the deepest valley of their density
 * @param viability channel of the viability dye; empty where it is not stated
 * @param removeBadTime whether odd stretches of time are gated out
 */
public record DrawingProtocol(
        List<AutomaticStep> steps,
        CutModel cut,
        int resamples,
        List<String> split,
        Optional<String> viability,
        boolean removeBadTime) {
    public DrawingProtocol {
        steps = List.copyOf(steps);
        split = List.copyOf(split);
    }
}
