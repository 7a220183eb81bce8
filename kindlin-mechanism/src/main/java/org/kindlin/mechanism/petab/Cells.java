package org.kindlin.mechanism.petab;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.mechanism.model.Expression;

/** Reads what several tables have in their cells. */
final class Cells {
    private Cells() {}

    /** A number or the name of a parameter. */
    static PetabValue value(PetabTable table, PetabTable.Row row, String cell) {
        try {
            return new PetabValue.Literal(PetabTable.parse(cell));
        } catch (NumberFormatException e) {
            if (!cell.matches("[A-Za-z_]\\w*")) {
                table.fault(row, "'" + cell + "' is neither a number nor a name", "write one of them");
            }
            return new PetabValue.Reference(cell);
        }
    }

    /** Numbers or names with semicolons between. */
    static List<PetabValue> values(PetabTable table, PetabTable.Row row, String column) {
        List<PetabValue> values = new ArrayList<>();
        String cell = table.text(row, column);
        if (!cell.isEmpty() && !cell.equalsIgnoreCase("nan")) {
            for (String part : cell.split(";", -1)) {
                values.add(value(table, row, part.strip()));
            }
        }
        return values;
    }

    /** A formula; 1 in place of one that cannot be read, which is told. */
    static Expression formula(PetabTable table, PetabTable.Row row, String column) {
        String text = table.text(row, column);
        try {
            return FormulaParser.parse(text);
        } catch (FormulaParser.FormulaException e) {
            table.fault(row, column + " '" + text + "': " + e.getMessage(), "mend the formula");
            return Expression.number(1);
        }
    }
}
