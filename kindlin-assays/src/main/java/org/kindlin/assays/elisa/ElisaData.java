package org.kindlin.assays.elisa;

import java.util.List;

/** The raw data of an in-cell ELISA. */
public record ElisaData(List<ElisaPlate> plates) {
    public ElisaData {
        plates = List.copyOf(plates);
    }
}
