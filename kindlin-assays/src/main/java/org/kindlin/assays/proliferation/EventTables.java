package org.kindlin.assays.proliferation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.kindlin.assays.input.GzipFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** Reads tables of events: comma-separated, plain or compressed by gzip. */
final class EventTables {
    private EventTables() {}

    /**
     * The events of a file; empty where faults were added.
     *
     * @param by columns that tell cultures apart, beside the usual ones
     */
    static Optional<EventTable> read(RawFile file, List<String> by, Faults faults) {
        return GzipFile.expanded(file, faults)
                .flatMap(plain -> TidyTable.read(plain, faults))
                .map(table -> of(table, by, faults));
    }

    private static EventTable of(TidyTable table, List<String> by, Faults faults) {
        Map<String, Supplier<double[]>> numbers = new LinkedHashMap<>();
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (TidyColumn column : table.columns()) {
            if (CultureFacts.isFact(column.name(), by)) {
                texts.put(column.name(), table.rows().stream().map(column::text).toList());
            } else if (isNumeric(table, column)) {
                double[] values = numbers(table, column, faults);
                numbers.put(column.name(), () -> values);
            }
        }
        return new EventTable(table.file(), numbers, texts, table.rows().size(), OptionalDouble.empty());
    }

    /** A column whose first value is no number is none of intensities. */
    private static boolean isNumeric(TidyTable table, TidyColumn column) {
        return NumberText.parse(column.text(table.rows().getFirst()), column.decimalMark())
                instanceof NumberText.Parsed;
    }

    private static double[] numbers(TidyTable table, TidyColumn column, Faults faults) {
        List<Double> numbers = new ArrayList<>(table.rows().size());
        for (TextRow row : table.rows()) {
            OptionalDouble number = column.number(row, faults);
            if (number.isEmpty()) {
                return new double[0];
            }
            numbers.add(number.getAsDouble());
        }
        return Arrays.stream(numbers.toArray(Double[]::new))
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
