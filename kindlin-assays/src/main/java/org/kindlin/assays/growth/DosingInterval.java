package org.kindlin.assays.growth;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one animal was given at one dose over one time: a record of SEND's exposure domain (EX, one record per constant dosing interval).
 *
 * @param treatment EXTRT
 * @param dose at each administration, 0 for the vehicle; none where it is not known
 * @param unit EXDOSU
 * @param schedule empty where the days are not known
 */
public record DosingInterval(
        String treatment,
        OptionalDouble dose,
        String unit,
        Optional<DosingSchedule> schedule,
        Formulation formulation) {

    /**
     * How it was given; each empty where not known.
     *
     * @param form EXDOSFRM
     * @param route EXROUTE
     * @param vehicle EXTRTV
     */
    public record Formulation(String form, String route, String vehicle) {}

    /** Whether a drug was given, or may have been. */
    boolean isActive() {
        return dose.isEmpty() || dose.getAsDouble() > 0;
    }

    /** Whether dose and days are known. */
    boolean isKnown() {
        return dose.isPresent() && (dose.getAsDouble() == 0 || schedule.isPresent());
    }
}
