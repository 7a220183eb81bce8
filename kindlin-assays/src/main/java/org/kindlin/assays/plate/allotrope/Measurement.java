package org.kindlin.assays.plate.allotrope;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;

/**
 * One measurement document: a well, one way of detection, one value or a profile over time.
 *
 * @param identifier what calculated data refer to
 * @param plate identifier of the plate within the document; may be empty
 * @param exportedPlate its identifier in the export the document was made of
 * @param label what reads of the same kind are called
 * @param celsius temperature of the compartment; null where not stated
 * @param calculated whether the document says that its numbers are calculated
 * @param points in order of time; one without a time for an end point
 * @param otherErrors why calculated values of other names are missing, by name
 */
record Measurement(
        String identifier,
        String plate,
        String exportedPlate,
        WellAddress well,
        String label,
        DetectionMode mode,
        String unit,
        Wavelengths wavelengths,
        @Nullable Double celsius,
        boolean calculated,
        List<Point> points,
        Map<String, Reading> otherErrors) {

    /**
     * A value.
     *
     * @param seconds since the measurement began; empty for an end point
     * @param nanometres of a spectrum; empty otherwise
     */
    record Point(Optional<Double> seconds, Optional<Double> nanometres, Reading reading) {}
}
