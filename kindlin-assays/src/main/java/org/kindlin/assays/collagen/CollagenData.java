package org.kindlin.assays.collagen;

import java.util.List;
import org.kindlin.assays.calibration.StandardCurvePlate;
import org.kindlin.assays.plate.assay.BlockQuality;

/**
 * The raw data of a collagen assay.
 *
 * @param plates what one standard curve serves each
 * @param quality of the plates that were read as such; of tidy tables none
 */
public record CollagenData(List<StandardCurvePlate> plates, BlockQuality quality) {
    public CollagenData {
        plates = List.copyOf(plates);
    }
}
