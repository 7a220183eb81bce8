package org.kindlin.assays.pharmacokinetics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.numerics.exposure.AreaRule;

/**
 * The parameters of a non-compartmental analysis.
 *
 * @param level of intervals
 */
public record PharmacokineticsProtocol(
        Columns columns,
        Dosing dosing,
        StatedUnits units,
        Samples samples,
        AreaRule area,
        TerminalRule terminal,
        double level) {

    /** Names of columns; empty where they are to be found. */
    public record Columns(
            Optional<String> time,
            Optional<String> concentration,
            Optional<List<String>> by,
            List<String> group,
            Optional<String> weight,
            Optional<String> exclude) {}

    /**
     * The dose and how it was given.
     *
     * @param statement the dose, or where it stands
     * @param time of the dose on the file's clock
     * @param infusion duration, in the unit of time
     * @param interval dosing interval at steady state, in the unit of time; empty after a single dose
     */
    public record Dosing(
            DoseStatement statement, Route route, double time, OptionalDouble infusion, OptionalDouble interval) {

        boolean isSteadyState() {
            return interval.isPresent();
        }
    }

    /** Units as stated; headers say the others. */
    public record StatedUnits(
            Optional<Unit> concentration, Optional<Unit> time, Optional<DoseUnit> dose, OptionalDouble molarMass) {}

    /**
     * Which samples count, and as what.
     *
     * @param limit of quantification, in the unit of concentrations
     * @param from first time used, on the file's clock
     * @param to last time used
     */
    public record Samples(BelowLimit belowLimit, OptionalDouble limit, SameTime sameTime, double from, double to) {}
}
