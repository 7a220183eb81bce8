package org.kindlin.assays.survival;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** The columns of one table that a survival analysis looks at. */
record SurvivalColumns(
        TidyColumn time,
        TidyColumn event,
        Optional<TidyColumn> origin,
        Optional<TidyColumn> start,
        Optional<TidyColumn> arm,
        List<TidyColumn> id,
        List<TidyColumn> strata,
        List<TidyColumn> covariates,
        Optional<TidyColumn> cluster,
        List<TidyColumn> factors,
        Optional<TidyColumn> exclude) {

    private static final String[] TIMES = {
        "aval", "survival time", "time to event", "follow up time", "futime", "days", "survival days"
    };
    private static final String[] EVENTS = {
        "cnsr", "status", "event status", "vital status", "fustat", "dead", "died", "censored", "censor"
    };
    private static final String[] ARMS = {
        "arm", "treatment", "group", "trt01p", "trtp", "trt01a", "trta", "trt", "treatment group", "treatment arm"
    };

    /** Empty where a column is not there; each is a fault. */
    static Optional<SurvivalColumns> of(TidyTable table, SurvivalProtocol.Columns names, Faults faults) {
        Faults own = new Faults();
        Optional<TidyColumn> time = usual(table, names.time(), SurvivalKeys.TIME.name(), TIMES, own);
        Optional<TidyColumn> event = usual(table, names.event(), SurvivalKeys.EVENT.name(), EVENTS, own);
        SurvivalColumns found = time.isEmpty() || event.isEmpty()
                ? null
                : new SurvivalColumns(
                        time.get(),
                        event.get(),
                        one(table, names.origin(), own),
                        one(table, names.start(), own),
                        arm(table, names.arm(), own),
                        id(table, names, own),
                        all(table, names.strata(), own),
                        all(table, names.covariates(), own),
                        one(table, names.cluster(), own),
                        all(table, names.factors(), own),
                        one(table, names.exclude(), own));
        own.all().forEach(faults::add);
        return own.any() ? Optional.empty() : Optional.ofNullable(found);
    }

    /** The column stated; where none is, the one of the key's own name, else the first of those that tables use. */
    private static Optional<TidyColumn> usual(
            TidyTable table, String name, String ownName, String[] others, Faults faults) {
        Optional<TidyColumn> found =
                name.equals(ownName) ? table.column(name).or(() -> table.column(others)) : Optional.empty();
        return found.isPresent() ? found : table.required(name, faults);
    }

    private static Optional<TidyColumn> arm(TidyTable table, Optional<String> name, Faults faults) {
        if (name.filter("none"::equalsIgnoreCase).isPresent()
                && table.column("none").isEmpty()) {
            return Optional.empty();
        }
        return name.isPresent() ? one(table, name, faults) : table.column(ARMS);
    }

    private static Optional<TidyColumn> one(TidyTable table, Optional<String> name, Faults faults) {
        return name.flatMap(stated -> table.required(stated, faults));
    }

    private static List<TidyColumn> all(TidyTable table, List<String> names, Faults faults) {
        return names.stream()
                .flatMap(name -> table.required(name, faults).stream())
                .toList();
    }

    /** The columns stated, else the first whose name says that it holds subjects. */
    private static List<TidyColumn> id(TidyTable table, SurvivalProtocol.Columns names, Faults faults) {
        return names.id().isEmpty()
                ? table.column(
                                "id",
                                "animal",
                                "animal id",
                                "mouse",
                                "mouse id",
                                "subject",
                                "subject id",
                                "usubjid",
                                "subjid",
                                "patient")
                        .map(List::of)
                        .orElse(List.of())
                : all(table, names.id(), faults);
    }
}
