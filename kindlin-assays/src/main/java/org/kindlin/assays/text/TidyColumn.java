package org.kindlin.assays.text;

import java.util.Locale;
import java.util.OptionalDouble;
import org.kindlin.fault.Faults;

/**
 * A column of a tidy table, which knows how to read its cells.
 *
 * @param file path of the file, as given
 * @param name as the header writes it
 * @param index zero-based
 * @param decimalMark how its numbers are written
 */
public record TidyColumn(String file, String name, int index, DecimalMark decimalMark) {

    /** The cell's text; empty where there is none. */
    public String text(TextRow row) {
        return row.cell(index);
    }

    /** The cell's text, with a fault where it is empty. */
    public String requiredText(TextRow row, Faults faults) {
        if (text(row).isEmpty()) {
            fault(row, "'" + name + "' is empty", "fill it in or delete the row", faults);
        }
        return text(row);
    }

    /** The cell's number, with a fault where it is missing or none. */
    public OptionalDouble number(TextRow row, Faults faults) {
        if (NumberText.parse(text(row), decimalMark) instanceof NumberText.Missing) {
            fault(row, "'" + name + "' has no value", "give a number or delete the row", faults);
            return OptionalDouble.empty();
        }
        return numberIfPresent(row, faults);
    }

    /** The cell's number where it has one; a fault where it holds something else than a number or a missing value. */
    public OptionalDouble numberIfPresent(TextRow row, Faults faults) {
        return switch (NumberText.parse(text(row), decimalMark)) {
            case NumberText.Parsed(double number) -> OptionalDouble.of(number);
            case NumberText.Missing() -> OptionalDouble.empty();
            case NumberText.Ambiguous() -> {
                fault(
                        row,
                        "'" + name + "': " + text(row) + " could be a decimal or grouped thousands",
                        "write numbers without thousands separators",
                        faults);
                yield OptionalDouble.empty();
            }
            case NumberText.NotNumber() -> {
                fault(row, "'" + name + "': '" + text(row) + "' is no number", "give a number such as 12.5", faults);
                yield OptionalDouble.empty();
            }
        };
    }

    /** As {@link #number}, with a fault for a negative number too. */
    public OptionalDouble nonNegative(TextRow row, Faults faults) {
        OptionalDouble number = number(row, faults);
        if (number.isPresent() && number.getAsDouble() < 0) {
            fault(row, "'" + name + "' is negative: " + text(row), "give zero or a positive number", faults);
            return OptionalDouble.empty();
        }
        return number;
    }

    /** Adds a fault at this column of a row. */
    public void fault(TextRow row, String problem, String remedy, Faults faults) {
        faults.add(file, row.place(index), problem, remedy);
    }

    /** A name without case, spaces, hyphens and underscores, for comparing. */
    static String normal(String name) {
        StringBuilder normal = new StringBuilder(name.length());
        String lower = name.strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean isLeftOut = c == ' ' || c == '_' || c == '-' || (c >= '\t' && c <= '\r');
            if (!isLeftOut) {
                normal.append(c);
            }
        }
        return normal.toString();
    }
}
