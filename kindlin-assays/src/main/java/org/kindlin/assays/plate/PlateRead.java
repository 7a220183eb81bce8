package org.kindlin.assays.plate;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a plate: every reading of one label, filter pair or time point.
 *
 * @param label as the file says it: {@code Raw Data (580/620)}, {@code 0_1 US LUM 384(1) - channel 0 (CPS)}
 * @param mode how it was detected
 * @param unit unit of the numbers: {@code RLU}, {@code RFU}, {@code OD}, {@code CPS}; empty where not known
 * @param wavelengths where the file states them
 * @param calculated whether the instrument's software calculated the numbers from others (blank-corrected, crosstalk)
 * @param seconds time since the start of a kinetic measurement; null for an end point
 * @param readings by well, row by row; wells the file leaves out are absent
 */
public record PlateRead(
        String label,
        DetectionMode mode,
        String unit,
        Wavelengths wavelengths,
        boolean calculated,
        @Nullable Double seconds,
        SortedMap<WellAddress, Reading> readings) {

    public PlateRead {
        readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
    }

    /** A raw end-point read in the customary unit of its mode. */
    public static PlateRead endpoint(String label, DetectionMode mode, Map<WellAddress, Reading> readings) {
        return new PlateRead(label, mode, mode.unit(), Wavelengths.NOT_STATED, false, null, new TreeMap<>(readings));
    }

    /** The reading of a well; {@link Reading.Empty} where the file has none. */
    public Reading at(WellAddress well) {
        return readings.getOrDefault(well, Reading.empty());
    }

    /** How many wells hold a number. */
    public int measured() {
        return (int) readings.values().stream().filter(Reading::isMeasured).count();
    }
}
