package org.kindlin.assays.xport;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.kindlin.assays.quantity.FiniteNumber;
import org.kindlin.assays.text.CsvText;

/**
 * One data set of a transport file.
 *
 * @param name up to eight characters ({@code BW})
 * @param label up to forty characters
 * @param rows each with as many values as there are variables
 */
public record XportTable(String name, String label, List<Variable> variables, List<List<Value>> rows) {

    public XportTable {
        variables = List.copyOf(variables);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * One column.
     *
     * @param name up to eight characters
     * @param label up to forty characters
     */
    public record Variable(String name, String label, boolean isNumeric) {}

    /** One cell. */
    public sealed interface Value {
        /** Text without the blanks that pad it. */
        record Text(String text) implements Value {}

        /** A number, or none where it is missing. */
        record Numeric(OptionalDouble number) implements Value {}

        static Value of(String text) {
            return new Text(text);
        }

        static Value of(double number) {
            return new Numeric(OptionalDouble.of(number));
        }

        /** A missing number. */
        static Value missing() {
            return new Numeric(OptionalDouble.empty());
        }
    }

    /** The column of that name, in any case; -1 where there is none. */
    public int column(String variable) {
        for (int i = 0; i < variables.size(); i++) {
            if (variables.get(i).name().toUpperCase(Locale.ROOT).equals(variable)) {
                return i;
            }
        }
        return -1;
    }

    /** A cell as text; a number without a fraction as a whole number; empty where there is no such column. */
    public String text(List<Value> row, String variable) {
        int column = column(variable);
        if (column < 0) {
            return "";
        }
        return switch (row.get(column)) {
            case Value.Text(String text) -> text;
            case Value.Numeric(OptionalDouble number) -> number.isPresent() ? CsvText.number(number.getAsDouble()) : "";
        };
    }

    /** A cell as a number; none where it is missing or no number. */
    public OptionalDouble number(List<Value> row, String variable) {
        int column = column(variable);
        if (column < 0) {
            return OptionalDouble.empty();
        }
        return switch (row.get(column)) {
            case Value.Numeric(OptionalDouble number) -> number;
            case Value.Text(String text) ->
                FiniteNumber.parse(text).map(OptionalDouble::of).orElse(OptionalDouble.empty());
        };
    }
}
