package org.kindlin.assays.plate.format;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;

/**
 * One read of a list of wells.
 *
 * @param plate empty where the list names none
 * @param title of its column
 * @param excitation in nm; null where the list does not say
 * @param detection in nm; null where the list does not say
 */
public record WellListRead(
        String plate,
        String title,
        ReadPoint point,
        @Nullable Double excitation,
        @Nullable Double detection,
        SortedMap<WellAddress, Reading> readings) {

    public WellListRead {
        readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
    }
}
