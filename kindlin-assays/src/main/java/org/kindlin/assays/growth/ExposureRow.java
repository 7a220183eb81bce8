package org.kindlin.assays.growth;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One record of an exposure domain, before its dates become days.
 *
 * @param frequency EXDOSFRQ as written
 * @param duration days that EXDUR says; none where it does not
 */
record ExposureRow(
        String file,
        String place,
        String animal,
        String treatment,
        OptionalDouble dose,
        String unit,
        String frequency,
        Optional<StudyDays.When> start,
        Optional<StudyDays.When> end,
        OptionalDouble duration,
        DosingInterval.Formulation formulation) {}
