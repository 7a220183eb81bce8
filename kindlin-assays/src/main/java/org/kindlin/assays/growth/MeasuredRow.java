package org.kindlin.assays.growth;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One row of a sheet, before rows become animals.
 *
 * @param arm empty where the table does not say it
 * @param when empty in tables of allocations or fates
 * @param volume in mm3
 * @param length as far as there are calipers, in mm
 * @param reason why the animal left; empty for none
 * @param left the day it left, where the row says it
 */
record MeasuredRow(
        String file,
        String place,
        String animal,
        String arm,
        Optional<StudyDays.When> when,
        OptionalDouble volume,
        OptionalDouble length,
        OptionalDouble weight,
        String reason,
        Optional<StudyDays.When> left,
        String operator,
        OptionalDouble tumourWeight,
        String exclusion) {}
