package org.kindlin.assays.plate;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.text.CsvText;

/**
 * One pass over a plate: every reading of one label, filter pair, wavelength or time point. The reads of a kinetic
 * measurement or a spectrum share their label and differ in their point or wavelengths.
 *
 * @param label as the file says it: {@code Raw Data (580/620)}, {@code 0_1 US LUM 384(1) - channel 0 (CPS)}
 * @param mode how it was detected
 * @param unit unit of the numbers: {@code RLU}, {@code RFU}, {@code OD}, {@code CPS}; empty where not known
 * @param wavelengths where the file states them
 * @param calculated whether the instrument's software calculated the numbers from others (blank-corrected, crosstalk)
 * @param point number, time and temperature
 * @param readings by well, row by row; wells the file leaves out are absent
 */
public record PlateRead(
        String label,
        DetectionMode mode,
        String unit,
        Wavelengths wavelengths,
        boolean calculated,
        ReadPoint point,
        SortedMap<WellAddress, Reading> readings) {

    public PlateRead {
        readings = Collections.unmodifiableSortedMap(new TreeMap<>(readings));
    }

    /** A raw end-point read in the customary unit of its mode. */
    public static PlateRead endpoint(String label, DetectionMode mode, Map<WellAddress, Reading> readings) {
        return new PlateRead(
                label, mode, mode.unit(), Wavelengths.NOT_STATED, false, ReadPoint.END_POINT, new TreeMap<>(readings));
    }

    /** Time since a kinetic measurement began; null for an end point. */
    public @Nullable Double seconds() {
        return point.seconds();
    }

    /** The same read under another label. */
    public PlateRead labelled(String other) {
        return new PlateRead(other, mode, unit, wavelengths, calculated, point, readings);
    }

    /** Label with what tells it from other reads of the label: {@code Raw Data (600) at 300 s}, {@code scan at 450 nm}. */
    public String name() {
        Double nanometres = wavelengths.detection();
        String wavelength = nanometres == null ? "" : CsvText.number(nanometres);
        String spectral = label.contains(wavelength) ? label : label + " at " + wavelength + " nm";
        Double seconds = seconds();
        return seconds == null ? spectral : spectral + " at " + CsvText.number(seconds) + " s";
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
