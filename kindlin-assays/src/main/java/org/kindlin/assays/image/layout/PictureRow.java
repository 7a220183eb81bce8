package org.kindlin.assays.image.layout;

import java.util.OptionalDouble;
import java.util.Set;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** A row of a table that says what a picture, or a reading, is of. */
public record PictureRow(TidyTable table, TextRow row) {

    /** What stands in the first of these columns that the table has; empty where it has none. */
    public String text(String... columns) {
        return table.column(columns).map(column -> column.text(row)).orElse("");
    }

    /** The dose; empty where none is stated. A fault where it is no number, or negative. */
    public OptionalDouble dose(Faults faults) {
        return table.column("dose", "concentration")
                .map(column -> column.text(row).isEmpty()
                        ? OptionalDouble.empty()
                        : column.numberIfPresent(row, faults).isPresent()
                                ? column.nonNegative(row, faults)
                                : OptionalDouble.empty())
                .orElse(OptionalDouble.empty());
    }

    /** The role in the column {@code role}; a fault where it is none of those allowed. */
    public Role role(Set<Role> allowed, Faults faults) {
        return Role.of(text("role"), allowed, table.file(), row.place(), faults);
    }

    public void fault(String problem, String remedy, Faults faults) {
        faults.add(table.file(), row.place(), problem, remedy);
    }
}
