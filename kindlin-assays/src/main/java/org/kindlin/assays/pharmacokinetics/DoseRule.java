package org.kindlin.assays.pharmacokinetics;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * How the doses of a file are understood: as amounts, or per kilogram of a body weight that is there or not.
 *
 * @param perKilogram whether doses are per kilogram
 * @param findings what had to be assumed
 */
record DoseRule(DoseStatement statement, boolean perKilogram, List<Warning> findings) {
    /** Doses within this of their median are one dose. */
    private static final double SAME = 0.02;

    /** Share of profiles that must have the one dose, so that a patient on another dose does not hide the pattern. */
    private static final double MOST = 0.8;

    private static final int FEWEST = 3;

    static DoseRule of(Collection<ProfileDraft> drafts, PharmacokineticsProtocol protocol) {
        DoseStatement statement = protocol.dosing().statement();
        Optional<DoseUnit> unit =
                drafts.stream().flatMap(draft -> draft.units().dose().stream()).findFirst();
        if (unit.isPresent()) {
            return new DoseRule(statement, unit.get().perKilogram(), List.of());
        }
        if (statement instanceof DoseStatement.Amount || !looksPerKilogram(drafts)) {
            return new DoseRule(statement, false, List.of());
        }
        return new DoseRule(
                statement,
                true,
                List.of(new Warning(
                        "dose-per-weight",
                        "The doses differ while dose times body weight is the same for nearly everyone, so they were taken to be"
                                + " per kg of body weight; state doseUnit to settle it.")));
    }

    /** Whether dose times weight is constant and dose is not: the mark of a fixed dose noted per kilogram. */
    private static boolean looksPerKilogram(Collection<ProfileDraft> drafts) {
        List<ProfileDraft> both = drafts.stream()
                .filter(draft -> draft.dose().isPresent() && draft.weight().isPresent())
                .toList();
        if (both.size() < FEWEST || both.size() < drafts.size()) {
            return false;
        }
        double[] doses =
                both.stream().mapToDouble(draft -> draft.dose().getAsDouble()).toArray();
        double[] amounts = both.stream()
                .mapToDouble(
                        draft -> draft.dose().getAsDouble() * draft.weight().getAsDouble())
                .toArray();
        return alike(amounts) >= MOST && alike(doses) < 1 - MOST;
    }

    /** Share of values close to their median. */
    private static double alike(double... values) {
        double median = Descriptive.median(values);
        return Arrays.stream(values)
                        .filter(value -> Math.abs(value / median - 1) <= SAME)
                        .count()
                / (double) values.length;
    }

    /** The dose of a profile, absolute where its body weight is known. */
    OptionalDouble dose(ProfileDraft draft) {
        OptionalDouble stated =
                statement instanceof DoseStatement.Amount amount ? OptionalDouble.of(amount.amount()) : draft.dose();
        return stated.isPresent() && perKilogram && draft.weight().isPresent()
                ? OptionalDouble.of(stated.getAsDouble() * draft.weight().getAsDouble())
                : stated;
    }

    /** The units of a profile: a dose multiplied by body weight is no longer per kilogram. */
    ExposureUnits units(ProfileDraft draft) {
        ExposureUnits units = draft.units();
        return units.dose().isPresent() && perKilogram && draft.weight().isPresent()
                ? new ExposureUnits(
                        units.concentration(),
                        units.time(),
                        Optional.of(new DoseUnit(units.dose().get().amount(), false)),
                        units.molarMass())
                : units;
    }
}
