package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.plate.assay.CompoundOnTarget;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.growth.GrowthRateInhibition;
import org.kindlin.numerics.growth.StaticAndToxic;

/**
 * Reads tables without plates: one row per compound, cell line and dose, with a viability, or with cell counts treated,
 * untreated and when treatment began ({@code cell_count}, {@code cell_count__ctrl}, {@code cell_count__time0}: the
 * input of GRmetrics), perhaps with those of dead cells ({@code dead_count} likewise, {@code time} in hours).
 */
final class CurveTableReader {
    private static final String[] VIABILITY = {
        "viability",
        "viability percent",
        "viability (%)",
        "relative viability",
        "percent viability",
        "response",
        "ratio"
    };
    private static final String[] COMPOUND = {"compound", "compound name", "drug", "agent", "treatment", "inhibitor"};
    private static final String[] CELL_LINE = {"cell line", "cell_line", "line", "cells"};
    private static final String[] WELL = {"well", "well id", "well position", "row"};
    private static final double LARGEST_NANOMOLAR = 1e12;

    private final ViabilityProtocol protocol;
    private final CellLines lines;
    private final Faults faults;
    private final Map<CompoundOnTarget, List<ViabilityData.TableRow>> curves = new LinkedHashMap<>();
    private final List<Exclusion> exclusions = new ArrayList<>();

    CurveTableReader(ViabilityProtocol protocol, CellLines lines, Faults faults) {
        this.protocol = protocol;
        this.lines = lines;
        this.faults = faults;
    }

    /** The file as a table of curves; empty where it is none, and so a plate. */
    static Optional<TidyTable> tableOf(InputFile file, Faults faults) {
        if (file.layout().isPresent()) {
            return Optional.empty();
        }
        Faults own = new Faults();
        Optional<TidyTable> table = TidyTable.read(file.data(), own)
                .filter(found -> found.column(WELL).isEmpty()
                        && DoseColumn.of(found).isPresent()
                        && (found.column(VIABILITY).isPresent()
                                || found.column("cell_count").isPresent()));
        table.ifPresent(_ -> own.all().forEach(faults::add));
        return table;
    }

    List<ViabilityData.TableCurve> curves() {
        List<ViabilityData.TableCurve> all = new ArrayList<>();
        curves.forEach((subject, rows) -> all.add(new ViabilityData.TableCurve(subject, rows)));
        return all;
    }

    List<Exclusion> exclusions() {
        return exclusions;
    }

    /** The columns of one table; {@code control} and {@code start} are counts beside {@code response}. */
    private record Columns(
            DoseColumn dose,
            Optional<TidyColumn> compound,
            Optional<TidyColumn> cellLine,
            TidyColumn response,
            Optional<TidyColumn> control,
            Optional<TidyColumn> start,
            Optional<DeadColumns> dead,
            List<TidyColumn> by,
            Optional<TidyColumn> exclude) {}

    /** Counts of dead cells: treated, untreated, when treatment began, and the hours between. */
    private record DeadColumns(TidyColumn treated, TidyColumn untreated, TidyColumn start, TidyColumn hours) {
        static Optional<DeadColumns> of(TidyTable table) {
            Optional<TidyColumn> treated = table.column("dead_count");
            Optional<TidyColumn> untreated = table.column("dead_count__ctrl");
            Optional<TidyColumn> start = table.column("dead_count__time0");
            Optional<TidyColumn> hours = table.column("time");
            return treated.isPresent() && untreated.isPresent() && start.isPresent() && hours.isPresent()
                    ? Optional.of(new DeadColumns(treated.get(), untreated.get(), start.get(), hours.get()))
                    : Optional.empty();
        }
    }

    /** Reads a file that is a table of curves. */
    void read(InputFile file, TidyTable table) {
        DoseColumn dose = DoseColumn.of(table).orElseThrow();
        Optional<Unit> unit = dose.unit().or(protocol.tables()::doseUnit);
        if (unit.isEmpty()) {
            faults.add(
                    table.file(),
                    "column " + dose.column().name(),
                    "the doses have no unit",
                    "write it into the header (concentration_uM), or set tableDoseUnit");
            return;
        }
        columns(table, dose).ifPresent(columns -> table.rows().forEach(row -> row(file, row, columns, unit.get())));
    }

    private Optional<Columns> columns(TidyTable table, DoseColumn dose) {
        Optional<TidyColumn> counts = table.column("cell_count");
        List<TidyColumn> by = protocol.tables().by().stream()
                .flatMap(name -> table.required(name, faults).stream())
                .toList();
        if (by.size() < protocol.tables().by().size()) {
            return Optional.empty();
        }
        Optional<TidyColumn> control = counts.flatMap(_ -> table.required("cell_count__ctrl", faults));
        if (counts.isPresent() && control.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Columns(
                dose,
                table.column(COMPOUND),
                table.column(CELL_LINE),
                counts.or(() -> table.column(VIABILITY)).orElseThrow(),
                control,
                counts.flatMap(_ -> table.column("cell_count__time0")),
                DeadColumns.of(table),
                by,
                table.column("exclude", "exclusion", "exclude reason")));
    }

    private void row(InputFile file, TextRow row, Columns columns, Unit unit) {
        String reason = columns.exclude().map(column -> column.text(row)).orElse("");
        if (!reason.isEmpty()) {
            exclusions.add(new Exclusion(file.data().path(), "line " + row.line(), reason));
            return;
        }
        OptionalDouble dose = columns.dose().column().nonNegative(row, faults);
        OptionalDouble response = columns.response().numberIfPresent(row, faults);
        if (response.isEmpty() || dose.isEmpty()) {
            exclusions.add(new Exclusion(file.data().path(), "line " + row.line(), "no response"));
            return;
        }
        double nanomolar = dose.getAsDouble() * unit.factor() / Unit.NANOMOLAR.factor();
        if (nanomolar > LARGEST_NANOMOLAR || Math.abs(response.getAsDouble()) > LARGEST_NANOMOLAR) {
            columns.dose().column().fault(row, "is beyond any experiment", "check the unit of the doses", faults);
            return;
        }
        tableRow(row, columns, nanomolar, response.getAsDouble())
                .ifPresent(read -> curves.computeIfAbsent(subject(file, row, columns), _ -> new ArrayList<>())
                        .add(read));
    }

    private Optional<ViabilityData.TableRow> tableRow(TextRow row, Columns columns, double nanomolar, double response) {
        if (columns.control().isEmpty()) {
            return Optional.of(new ViabilityData.TableRow(
                    nanomolar,
                    protocol.tables().response().toPercent(response),
                    OptionalDouble.empty(),
                    Optional.empty()));
        }
        OptionalDouble control = positive(columns.control().get(), row);
        if (control.isEmpty()) {
            return Optional.empty();
        }
        OptionalDouble start =
                columns.start().map(column -> positive(column, row)).orElseGet(OptionalDouble::empty);
        OptionalDouble doublings = start.isPresent() && control.getAsDouble() > start.getAsDouble()
                ? OptionalDouble.of(GrowthRateInhibition.ofCounts(start.getAsDouble(), control.getAsDouble())
                        .doublings())
                : OptionalDouble.empty();
        return Optional.of(new ViabilityData.TableRow(
                nanomolar,
                100 * response / control.getAsDouble(),
                doublings,
                start.isPresent()
                        ? columns.dead()
                                .flatMap(dead -> split(row, dead, start.getAsDouble(), control.getAsDouble(), response))
                        : Optional.empty()));
    }

    private Optional<StaticAndToxic> split(
            TextRow row, DeadColumns dead, double start, double untreated, double treated) {
        OptionalDouble deadAtStart = dead.start().nonNegative(row, faults);
        OptionalDouble deadUntreated = dead.untreated().nonNegative(row, faults);
        OptionalDouble deadTreated = dead.treated().nonNegative(row, faults);
        OptionalDouble hours = positive(dead.hours(), row);
        boolean told = deadAtStart.isPresent() && deadUntreated.isPresent() && deadTreated.isPresent();
        if (!told || hours.isEmpty() || !(treated > 0) || !(untreated > start)) {
            return Optional.empty();
        }
        return Optional.of(StaticAndToxic.of(
                new StaticAndToxic.Counts(start, deadAtStart.getAsDouble()),
                new StaticAndToxic.Counts(untreated, deadUntreated.getAsDouble()),
                new StaticAndToxic.Counts(treated, deadTreated.getAsDouble()),
                hours.getAsDouble() / 24));
    }

    private OptionalDouble positive(TidyColumn column, TextRow row) {
        OptionalDouble number = column.number(row, faults);
        if (number.isPresent() && !(number.getAsDouble() > 0)) {
            column.fault(row, "'" + column.name() + "' is not above zero", "give a count of cells", faults);
            return OptionalDouble.empty();
        }
        return number;
    }

    private CompoundOnTarget subject(InputFile file, TextRow row, Columns columns) {
        String compound = columns.compound()
                .map(column -> column.text(row))
                .orElseGet(() -> file.tags().getOrDefault("compound", ""));
        String line = columns.cellLine()
                .map(column -> column.text(row))
                .or(() -> Optional.ofNullable(file.tags().get("cellLine")))
                .or(protocol::cellLine)
                .orElse("");
        Map<String, String> conditions = new LinkedHashMap<>();
        columns.by().forEach(column -> conditions.put(column.name(), column.text(row)));
        return new CompoundOnTarget(
                compound.strip(),
                file.tags().getOrDefault("form", "").strip(),
                line.isBlank() ? "" : lines.canonical(line),
                ViabilityBlock.CELL_LINE,
                conditions);
    }
}
