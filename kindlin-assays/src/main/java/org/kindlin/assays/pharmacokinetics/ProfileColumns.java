package org.kindlin.assays.pharmacokinetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/**
 * Where a table keeps what a profile needs.
 *
 * @param by what names a profile
 * @param group what summaries are made over; columns of {@code by} among them
 */
record ProfileColumns(
        TidyColumn time,
        TidyColumn concentration,
        List<TidyColumn> by,
        List<TidyColumn> group,
        Optional<TidyColumn> dose,
        Optional<TidyColumn> weight,
        Optional<TidyColumn> exclude) {
    private static final Set<String> TIMES = Set.of("time", "hour", "hours", "tad", "tafd", "times", "t", "ntad");
    private static final Set<String> CONCENTRATIONS =
            Set.of("concentration", "conc", "cp", "dv", "c", "concentrations", "cplasma", "plasma");
    private static final Set<String> SUBJECTS =
            Set.of("subject", "id", "usubjid", "subjid", "animal", "patient", "mouse", "subj", "rat");
    private static final Set<String> DOSES = Set.of("dose", "amt");
    private static final Set<String> WEIGHTS = Set.of("weight", "wt", "bw", "bodyweight");

    /** The columns stated or found; empty where faults were added. */
    static Optional<ProfileColumns> of(TidyTable table, PharmacokineticsProtocol protocol, Faults faults) {
        PharmacokineticsProtocol.Columns names = protocol.columns();
        Optional<TidyColumn> time = one(table, names.time(), TIMES, "time", faults);
        Optional<TidyColumn> level = one(table, names.concentration(), CONCENTRATIONS, "concentration", faults);
        List<TidyColumn> by = new ArrayList<>();
        int wanted = 0;
        if (names.by().isPresent()) {
            wanted = names.by().get().size();
            names.by().get().forEach(name -> table.required(name, faults).ifPresent(by::add));
        } else {
            found(table, SUBJECTS).ifPresent(by::add);
        }
        List<TidyColumn> group = names.group().stream()
                .flatMap(name -> table.required(name, faults).stream())
                .toList();
        Optional<TidyColumn> exclude = names.exclude().flatMap(name -> table.required(name, faults));
        Optional<TidyColumn> dose = dose(table, protocol, faults);
        Optional<TidyColumn> weight =
                names.weight().isPresent() ? table.required(names.weight().get(), faults) : found(table, WEIGHTS);
        boolean complete = by.size() >= wanted
                && group.size() == names.group().size()
                && exclude.isPresent() == names.exclude().isPresent()
                && (dose.isPresent() || !(protocol.dosing().statement() instanceof DoseStatement.Column))
                && (weight.isPresent() || names.weight().isEmpty());
        return complete && time.isPresent() && level.isPresent()
                ? Optional.of(new ProfileColumns(time.get(), level.get(), by, group, dose, weight, exclude))
                : Optional.empty();
    }

    private static Optional<TidyColumn> dose(TidyTable table, PharmacokineticsProtocol protocol, Faults faults) {
        return switch (protocol.dosing().statement()) {
            case DoseStatement.Amount _ -> Optional.empty();
            case DoseStatement.Column(String name) -> table.required(name, faults);
            case DoseStatement.NotStated _ -> found(table, DOSES);
        };
    }

    private static Optional<TidyColumn> one(
            TidyTable table, Optional<String> stated, Set<String> usual, String key, Faults faults) {
        if (stated.isPresent()) {
            return table.required(stated.get(), faults);
        }
        Optional<TidyColumn> found = found(table, usual);
        if (found.isEmpty()) {
            String there = String.join(
                    ", ", table.columns().stream().map(TidyColumn::name).toList());
            faults.add(
                    table.file(),
                    "header",
                    "no column looks like the " + key,
                    "state " + key + "=COLUMN; the columns are: " + there);
        }
        return found;
    }

    /** A column named so, with or without a unit behind the name; the exact name first. */
    private static Optional<TidyColumn> found(TidyTable table, Set<String> names) {
        return table.columns().stream()
                .filter(column -> names.contains(column.name().strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .or(() -> table.columns().stream()
                        .filter(column -> names.contains(HeaderUnit.stem(column.name())))
                        .findFirst());
    }
}
