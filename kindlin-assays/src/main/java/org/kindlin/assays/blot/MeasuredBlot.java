package org.kindlin.assays.blot;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.blot.gel.Gel;
import org.kindlin.assays.result.Warning;

/**
 * A picture with its lanes and bands.
 *
 * @param weights its ladder's scale, where it has one
 * @param warnings about the picture as a whole
 */
record MeasuredBlot(BlotData.Picture picture, Gel gel, Optional<WeightScale> weights, List<Warning> warnings) {
    MeasuredBlot {
        warnings = List.copyOf(warnings);
    }
}
