package org.kindlin.assays.collagen;

import java.util.List;
import org.kindlin.assays.calibration.StandardCurvePlate;
import org.kindlin.assays.plate.assay.AssayBlock;

/**
 * The raw data of a collagen assay.
 *
 * @param plates what one standard curve serves each
 * @param blocks the plates as they were read, for their heat maps; none of tidy tables
 */
public record CollagenData(List<StandardCurvePlate> plates, List<AssayBlock> blocks) {
    public CollagenData {
        plates = List.copyOf(plates);
        blocks = List.copyOf(blocks);
    }
}
