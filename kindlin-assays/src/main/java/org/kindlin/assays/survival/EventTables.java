package org.kindlin.assays.survival;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.assays.workbook.TidyFile;
import org.kindlin.assays.xport.XportReader;
import org.kindlin.assays.xport.XportTidy;
import org.kindlin.fault.Faults;

/**
 * The tables of a file: text, a workbook, or the data sets of a SAS transport file. Of an ADaM time-to-event table (PARAMCD, AVAL,
 * CNSR; CDISC, The ADaM Basic Data Structure for Time-to-Event Analyses, 2012) the rows of one parameter.
 */
final class EventTables {
    private EventTables() {}

    static List<TidyTable> of(RawFile file, SurvivalProtocol.Columns columns, Faults faults) {
        if (!XportReader.isXport(file)) {
            return TidyFile.read(file, faults).flatMap(table -> parameter(table, columns.parameter(), faults)).stream()
                    .toList();
        }
        List<TidyTable> all = XportTidy.read(file, faults);
        List<TidyTable> events = all.stream().filter(EventTables::isTimeToEvent).toList();
        return (events.isEmpty() ? all : events)
                .stream()
                        .flatMap(table -> parameter(table, columns.parameter(), faults).stream())
                        .toList();
    }

    private static boolean isTimeToEvent(TidyTable table) {
        return table.column("paramcd").isPresent()
                && table.column("aval").isPresent()
                && table.column("cnsr").isPresent();
    }

    /** The rows of the parameter; the table as it is where it is no such table. */
    private static Optional<TidyTable> parameter(TidyTable table, Optional<String> stated, Faults faults) {
        Optional<TidyColumn> column = table.column("paramcd").filter(_ -> isTimeToEvent(table));
        if (column.isEmpty()) {
            return Optional.of(table);
        }
        TreeSet<String> there = new TreeSet<>();
        table.rows().forEach(row -> there.add(column.get().text(row).strip()));
        boolean isOpen = stated.isEmpty() && there.size() > 1;
        boolean isElsewhere = stated.filter(one -> !there.contains(one.strip())).isPresent();
        if (isOpen || isElsewhere) {
            faults.add(
                    table.file(),
                    "",
                    stated.map(one -> "no row has PARAMCD " + one).orElse("PARAMCD holds several parameters"),
                    "state parameter=, one of: " + String.join(", ", there));
            return Optional.empty();
        }
        String wanted = stated.map(String::strip).orElseGet(there::first);
        List<TextRow> rows = table.rows().stream()
                .filter(row -> column.get().text(row).strip().equals(wanted))
                .toList();
        return Optional.of(new TidyTable(table.file(), table.columns(), rows, table.findings()));
    }
}
