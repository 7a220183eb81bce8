package org.kindlin.assays.pharmacokinetics;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.fault.Faults;

/**
 * What a cell says of a concentration.
 *
 * @param value measured; 0 where it is below the limit
 * @param isBelowLimit whether it is below the limit of quantification
 * @param limit where one is known
 */
record Level(double value, boolean isBelowLimit, OptionalDouble limit) {
    private static final Set<String> WORDS =
            Set.of("blq", "bql", "bloq", "blod", "<lloq", "<loq", "<lod", "lloq", "loq");

    /** Reads {@code 12.5}, {@code <0.5}, {@code BLQ}; empty where the cell holds nothing or a fault was added. */
    static Optional<Level> read(TidyColumn column, TextRow row, OptionalDouble limit, Faults faults) {
        String text = column.text(row).strip();
        if (NumberText.isMissing(text)) {
            return Optional.empty();
        }
        if (WORDS.contains(text.toLowerCase(Locale.ROOT).replace(" ", ""))) {
            return Optional.of(new Level(0, true, limit));
        }
        if (text.startsWith("<")) {
            if (NumberText.parse(text.substring(1), column.decimalMark()) instanceof NumberText.Parsed(double bound)
                    && bound > 0) {
                return Optional.of(new Level(0, true, OptionalDouble.of(bound)));
            }
            column.fault(row, "'" + text + "' has no limit", "write <0.5 or BLQ", faults);
            return Optional.empty();
        }
        OptionalDouble number = column.nonNegative(row, faults);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        double value = number.getAsDouble();
        boolean below = value == 0 || (limit.isPresent() && value < limit.getAsDouble());
        return Optional.of(new Level(below ? 0 : value, below, below ? limit : OptionalDouble.empty()));
    }
}
