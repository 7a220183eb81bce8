package org.kindlin.mechanism.petab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the condition table. */
final class ConditionTable {
    private ConditionTable() {}

    static List<Condition> read(PetabTable table) {
        table.require("conditionId");
        List<Condition> conditions = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PetabTable.Row row : table.rows()) {
            String id = table.text(row, "conditionId");
            if (!seen.add(id)) {
                table.fault(row, "condition '" + id + "' stands here again", "keep one of them");
            }
            List<Condition.Change> changes = new ArrayList<>();
            for (String column : table.columns()) {
                String cell = table.text(row, column);
                boolean target = !column.equals("conditionId") && !column.equals("conditionName") && !column.isEmpty();
                if (target && !cell.isEmpty() && !cell.equalsIgnoreCase("nan")) {
                    changes.add(new Condition.Change(column, Cells.value(table, row, cell)));
                }
            }
            conditions.add(new Condition(id, changes));
        }
        return conditions;
    }
}
