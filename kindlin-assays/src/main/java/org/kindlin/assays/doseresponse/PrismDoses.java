package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.prism.PrismColumn;
import org.kindlin.assays.prism.PrismProject;
import org.kindlin.assays.prism.PrismReader;
import org.kindlin.assays.prism.PrismTable;
import org.kindlin.assays.prism.PrismTidy;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/**
 * The doses and responses of a Prism file: a tidy table, and what the protocol means for it.
 *
 * @param table one row a value
 * @param columns the table's own columns
 * @param scale how its doses are written
 * @param findings what had to be assumed
 */
record PrismDoses(TidyTable table, ColumnNames columns, DoseScale scale, List<Warning> findings) {
    private static final Pattern LOGARITHM = Pattern.compile("(?i)\\blog(?:10|arithm)?\\b.*|log\\W.*|log10.*");

    /** The table that the protocol names, or the only one; empty where faults were added. */
    static Optional<PrismDoses> of(RawFile file, DoseResponseProtocol protocol, Faults faults) {
        return PrismReader.read(file, faults)
                .flatMap(project -> choose(file, project, protocol.columns().prism(), faults))
                .map(table -> of(file, table, protocol));
    }

    private static PrismDoses of(RawFile file, PrismTable table, DoseResponseProtocol protocol) {
        ColumnNames stated = protocol.columns();
        String dataSet = stated.by().size() == 1 ? stated.by().getFirst() : PrismTidy.DATA_SET;
        boolean split = table.y().size() > 1 || !stated.by().isEmpty();
        ColumnNames columns = new ColumnNames(
                stated.x(),
                stated.y(),
                stated.by().isEmpty() && split ? List.of(dataSet) : stated.by(),
                stated.exclude().or(() -> Optional.of(PrismTidy.EXCLUDED_COLUMN)),
                stated.prism());
        List<Warning> findings = new ArrayList<>();
        boolean noticed = protocol.scale() == DoseScale.LINEAR
                && !stated.prism().scaleStated()
                && isLogarithmic(file, table, findings);
        if (!table.holdsReplicates()) {
            findings.add(new Warning(
                    "means-not-replicates",
                    "Table '" + table.title() + "' of " + file.path() + " holds means with errors (" + table.yFormat()
                            + "): each mean is one value here, and its error is not used."));
        }
        return new PrismDoses(
                PrismTidy.of(file.path(), table, dataSet),
                columns,
                noticed ? DoseScale.LOG10 : protocol.scale(),
                findings);
    }

    /** Whether X is a logarithm: its title says so, or a dose would be negative. */
    private static boolean isLogarithmic(RawFile file, PrismTable table, List<Warning> findings) {
        String title = table.x().map(PrismColumn::title).orElse("");
        boolean named = LOGARITHM.matcher(title.strip()).matches();
        boolean negative = table.x().stream()
                .flatMap(x -> x.subcolumns().stream().limit(1))
                .flatMap(List::stream)
                .anyMatch(value -> value.text().matches("[-\u2212]\\s*[\\d.,].*"));
        if (named || negative) {
            String why = named ? "its title '" + title + "' says" : "its negative values show";
            findings.add(new Warning(
                    "log-x-axis",
                    "X of table '" + table.title() + "' of " + file.path() + " is taken for log10 of the dose, as "
                            + why + "; xScale=linear or xScale=log10 decides otherwise."));
        }
        return named || negative;
    }

    private static Optional<PrismTable> choose(RawFile file, PrismProject project, PrismChoice choice, Faults faults) {
        if (choice.table().isPresent()) {
            return named(file, project, choice.table().get().strip(), faults);
        }
        List<PrismTable> usable = project.tables().stream()
                .filter(table -> table.rows() > 0 && table.x().isPresent())
                .toList();
        if (usable.isEmpty()) {
            faults.add(
                    file.path(),
                    "",
                    "has no XY table, so nothing says the doses",
                    "put the doses into X of an XY table, or name a table whose row titles are doses with table=TITLE; "
                            + there(project));
        } else if (usable.size() > 1) {
            faults.add(
                    file.path(),
                    "",
                    "has " + usable.size() + " XY tables",
                    "say which with table=TITLE; " + there(project));
        }
        return usable.size() == 1 ? Optional.of(usable.getFirst()) : Optional.empty();
    }

    private static Optional<PrismTable> named(RawFile file, PrismProject project, String name, Faults faults) {
        List<PrismTable> titled = project.tables().stream()
                .filter(table -> table.title().equalsIgnoreCase(name))
                .toList();
        if (titled.size() == 1) {
            return Optional.of(titled.getFirst());
        }
        boolean isNumber = name.matches("[1-9]\\d{0,5}");
        if (isNumber && Integer.parseInt(name) <= project.tables().size()) {
            return Optional.of(project.tables().get(Integer.parseInt(name) - 1));
        }
        String problem = titled.isEmpty() ? "has no table '" : "has several tables '";
        faults.add(file.path(), "table", problem + name + "'", "give a title or a number; " + there(project));
        return Optional.empty();
    }

    private static String there(PrismProject project) {
        return project.tables().isEmpty()
                ? "it has none"
                : "there are: "
                        + project.tables().stream()
                                .limit(50)
                                .map(table -> "'" + table.title() + "' ("
                                        + table.kind().title().toLowerCase(Locale.ROOT) + ")")
                                .collect(Collectors.joining(", "));
    }
}
