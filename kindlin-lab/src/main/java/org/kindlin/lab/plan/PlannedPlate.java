package org.kindlin.lab.plan;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellAddress;

/**
 * One plate of a plan.
 *
 * @param name its identifier in the plate map, on the plate and in the reader's file
 * @param target what it is tested on; empty where the assay has none
 */
public record PlannedPlate(String name, String target, PlateFormat format, Map<WellAddress, WellContent> wells) {

    public PlannedPlate {
        wells = Collections.unmodifiableMap(new TreeMap<>(wells));
    }
}
