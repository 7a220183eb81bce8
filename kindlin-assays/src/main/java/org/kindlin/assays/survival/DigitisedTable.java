package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.survival.SurvivalProtocol.Digitised;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.assays.workbook.TidyFile;
import org.kindlin.fault.Faults;

/**
 * Reads digitised curves: rows with a time and survival there, and rows with a time and a number at risk, in the same or in other
 * tables; one row may have both.
 */
final class DigitisedTable {
    private static final int MOST_AT_RISK = 100_000;

    private final SurvivalProtocol protocol;
    private final Digitised digitised;
    private final Faults faults;
    private final Map<String, DigitisedPoints> curves = new LinkedHashMap<>();

    private DigitisedTable(SurvivalProtocol protocol, Digitised digitised, Faults faults) {
        this.protocol = protocol;
        this.digitised = digitised;
        this.faults = faults;
    }

    static List<DigitisedArm> read(
            List<InputFile> files, SurvivalProtocol protocol, Digitised digitised, Faults faults) {
        DigitisedTable reader = new DigitisedTable(protocol, digitised, faults);
        files.forEach(file -> TidyFile.read(file.data(), faults).ifPresent(reader::table));
        List<DigitisedArm> arms = new ArrayList<>();
        List<String> factors = protocol.columns().factors();
        reader.curves.forEach((arm, points) -> points.arm(arm, factors, faults).ifPresent(arms::add));
        return faults.any() ? List.of() : arms;
    }

    private void table(TidyTable table) {
        Optional<TidyColumn> time = table.required(protocol.columns().time(), faults);
        Optional<TidyColumn> survival = table.column(digitised.survival());
        Optional<TidyColumn> atRisk = digitised
                .atRisk()
                .flatMap(table::column)
                .or(() -> table.column("at risk", "n risk", "nrisk", "number at risk", "n at risk"));
        Optional<TidyColumn> events = digitised
                .events()
                .flatMap(table::column)
                .or(() -> table.column("events", "n events", "number of events", "total events"));
        Optional<TidyColumn> arm = protocol.columns().arm().flatMap(name -> table.required(name, faults));
        if (survival.isEmpty() && atRisk.isEmpty()) {
            table.required(digitised.survival(), faults);
        }
        if (time.isEmpty() || (protocol.columns().arm().isPresent() && arm.isEmpty())) {
            return;
        }
        for (TextRow row : table.rows()) {
            DigitisedPoints points = curves.computeIfAbsent(
                    arm.map(column -> column.text(row)).orElse(""), _ -> new DigitisedPoints(table.file()));
            OptionalDouble t = time.get().nonNegative(row, faults);
            survival.ifPresent(column -> add(points.survival, t, column.numberIfPresent(row, faults)));
            atRisk.ifPresent(column -> atRisk(points, t, column, row));
            events.ifPresent(column -> events(points, column, row));
            if (points.factors.isEmpty()) {
                points.factors = factors(table, row);
            }
        }
    }

    private static void add(List<DigitisedPoints.Point> points, OptionalDouble time, OptionalDouble value) {
        if (time.isPresent() && value.isPresent()) {
            points.add(new DigitisedPoints.Point(time.getAsDouble(), value.getAsDouble()));
        }
    }

    private void atRisk(DigitisedPoints points, OptionalDouble time, TidyColumn column, TextRow row) {
        OptionalDouble number = column.numberIfPresent(row, faults);
        double n = number.orElse(0);
        if (n != Math.rint(n) || n < 0 || n > MOST_AT_RISK) {
            column.fault(row, "'" + column.text(row) + "' is no number at risk", "give a whole number", faults);
            return;
        }
        add(points.atRisk, time, number);
    }

    private void events(DigitisedPoints points, TidyColumn column, TextRow row) {
        OptionalDouble number = column.numberIfPresent(row, faults);
        double n = number.orElse(0);
        if (n != Math.rint(n) || n < 0 || n > MOST_AT_RISK) {
            column.fault(row, "'" + column.text(row) + "' is no number of events", "give a whole number", faults);
        } else if (number.isPresent()) {
            points.events.add((int) n);
        }
    }

    /** Which agents a row says were given; empty where it says nothing. */
    private List<Boolean> factors(TidyTable table, TextRow row) {
        List<Boolean> given = new ArrayList<>();
        for (String name : protocol.columns().factors()) {
            Optional<TidyColumn> column = table.column(name);
            String text = column.map(found -> found.text(row)).orElse("");
            if (NumberText.isMissing(text)) {
                return List.of();
            }
            Optional<Boolean> yes = GivenText.parse(text);
            if (yes.isEmpty()) {
                column.orElseThrow()
                        .fault(row, "'" + text + "' does not say whether the agent was given", "write 0 or 1", faults);
            }
            given.add(yes.orElse(false));
        }
        return given;
    }

    /** By time; of two values at one time the higher first, since a step falls. */
    static final Comparator<DigitisedPoints.Point> FALLING = Comparator.comparingDouble(DigitisedPoints.Point::time)
            .thenComparing(
                    Comparator.comparingDouble(DigitisedPoints.Point::value).reversed());
}
