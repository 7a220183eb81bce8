package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.prism.PrismFiles;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;

/** Reads curves from tidy text files: one row per observation, one column each for dose and response. */
final class DoseResponseReader {
    private static final double LARGEST = 1e100;
    private static final double LARGEST_LOG10 = 100;

    private final DoseResponseProtocol protocol;
    private final Faults faults;
    private final Map<Map<String, String>, List<Observation>> curves = new LinkedHashMap<>();
    private final List<DataPoint> points = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final List<Warning> findings = new ArrayList<>();
    private DoseScale scale;

    private DoseResponseReader(DoseResponseProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
        this.scale = protocol.scale();
    }

    static DoseResponseData read(List<InputFile> files, DoseResponseProtocol protocol, Faults faults) {
        DoseResponseReader reader = new DoseResponseReader(protocol, faults);
        files.forEach(reader::read);
        List<CurveData> curves = new ArrayList<>();
        reader.curves.forEach((subject, observations) -> curves.add(new CurveData(subject, observations)));
        protocol.repetition().potency().ifPresent(potency -> reader.requireReference(potency.reference(), files));
        return new DoseResponseData(curves, reader.points, reader.exclusions, reader.findings);
    }

    private void requireReference(String reference, List<InputFile> files) {
        boolean found = curves.keySet().stream()
                .anyMatch(subject -> PotencyAssay.column(subject, reference).isPresent());
        if (!found && !curves.isEmpty()) {
            faults.add(
                    files.getFirst().data().path(),
                    "columns " + String.join(", ", protocol.columns().by()),
                    "no curve is of the reference '" + reference + "'",
                    "state as reference a value that stands in one of these columns");
        }
    }

    /** The columns of one table. */
    private record Columns(TidyColumn x, TidyColumn y, List<TidyColumn> by, Optional<TidyColumn> exclude) {
        RowPoint point(DoseScale scale, Units units) {
            return new RowPoint(scale, units, x, y);
        }
    }

    private void read(InputFile file) {
        Optional<Fault> refused = PrismFiles.refused(file.data());
        if (refused.isPresent()) {
            faults.add(refused.get());
        } else if (PrismFiles.isProject(file.data())) {
            PrismDoses.of(file.data(), protocol, faults).ifPresent(prism -> read(file, prism));
        } else {
            TidyTable.read(file.data(), faults)
                    .ifPresent(table -> read(file, table, protocol.columns(), protocol.scale()));
        }
    }

    private void read(InputFile file, PrismDoses prism) {
        findings.addAll(prism.findings());
        read(file, prism.table(), prism.columns(), prism.scale());
    }

    private void read(InputFile file, TidyTable table, ColumnNames names, DoseScale written) {
        scale = written;
        columns(table, names).ifPresent(found -> table.rows().forEach(row -> read(file, row, found)));
    }

    private Optional<Columns> columns(TidyTable table, ColumnNames names) {
        Optional<TidyColumn> x = table.required(names.x(), faults);
        Optional<TidyColumn> y = table.required(names.y(), faults);
        List<TidyColumn> by = names.by().stream()
                .flatMap(name -> table.required(name, faults).stream())
                .toList();
        Optional<TidyColumn> exclude = names.exclude().flatMap(name -> table.required(name, faults));
        boolean complete = x.isPresent()
                && y.isPresent()
                && by.size() == names.by().size()
                && exclude.isPresent() == names.exclude().isPresent();
        return complete ? Optional.of(new Columns(x.get(), y.get(), by, exclude)) : Optional.empty();
    }

    private void read(InputFile file, TextRow row, Columns columns) {
        String reason = columns.exclude().map(column -> column.text(row)).orElse("");
        if (!NumberText.isMissing(reason)) {
            exclude(file, row, reason);
            points.add(columns.point(scale, protocol.curve().units()).of(row, subject(file, row, columns), reason));
            return;
        }
        if (NumberText.isMissing(columns.y().text(row))) {
            exclude(file, row, "no response");
            return;
        }
        OptionalDouble logDose = logDose(columns.x(), row);
        OptionalDouble response = ofUsableSize(columns.y(), row, columns.y().number(row, faults));
        if (logDose.isPresent() && response.isPresent()) {
            Map<String, String> subject = subject(file, row, columns);
            curves.computeIfAbsent(subject, _ -> new ArrayList<>())
                    .add(new Observation(logDose.getAsDouble(), response.getAsDouble()));
            points.add(columns.point(scale, protocol.curve().units()).of(row, subject, ""));
        }
    }

    private OptionalDouble logDose(TidyColumn column, TextRow row) {
        if (scale == DoseScale.LOG10) {
            return isZeroOnLogScale(column.text(row))
                    ? OptionalDouble.of(Double.NEGATIVE_INFINITY)
                    : ofUsableLogarithm(column, row, column.number(row, faults));
        }
        OptionalDouble dose = ofUsableSize(column, row, column.nonNegative(row, faults));
        return dose.isPresent() ? OptionalDouble.of(StrictMath.log10(dose.getAsDouble())) : dose;
    }

    /** The number where it is zero or of a size whose square is a double too. */
    private OptionalDouble ofUsableSize(TidyColumn column, TextRow row, OptionalDouble number) {
        double size = Math.abs(number.orElse(0));
        return size == 0 || (size >= 1 / LARGEST && size <= LARGEST) ? number : refused(column, row);
    }

    private OptionalDouble ofUsableLogarithm(TidyColumn column, TextRow row, OptionalDouble number) {
        return Math.abs(number.orElse(0)) <= LARGEST_LOG10 ? number : refused(column, row);
    }

    private OptionalDouble refused(TidyColumn column, TextRow row) {
        column.fault(
                row,
                "'" + column.name() + "': " + column.text(row) + " is beyond what can be computed with",
                "use a unit that gives numbers between 1e-100 and 1e100",
                faults);
        return OptionalDouble.empty();
    }

    static boolean isZeroOnLogScale(String text) {
        return text.equalsIgnoreCase("-inf") || text.equalsIgnoreCase("-infinity");
    }

    /** What holds for the whole file, then the columns that split it. */
    private static Map<String, String> subject(InputFile file, TextRow row, Columns columns) {
        Map<String, String> subject = new LinkedHashMap<>(file.tags());
        columns.by().forEach(column -> subject.put(column.name(), column.text(row)));
        return subject;
    }

    private void exclude(InputFile file, TextRow row, String reason) {
        exclusions.add(new Exclusion(file.data().path(), "line " + row.line(), reason));
    }
}
