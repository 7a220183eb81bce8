package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** Reads the table that says what is in the lanes. */
final class LaneLayout {
    private static final int MOST_LANES = 200;

    private final TidyTable table;
    private final Faults faults;

    private LaneLayout(TidyTable table, Faults faults) {
        this.table = table;
        this.faults = faults;
    }

    static List<LayoutRow> read(RawFile file, Faults faults) {
        List<LayoutRow> rows = new ArrayList<>();
        TidyTable.read(file, faults).ifPresent(table -> {
            LaneLayout layout = new LaneLayout(table, faults);
            table.required("lane", faults)
                    .ifPresent(lane ->
                            table.rows().forEach(row -> layout.use(row, lane).ifPresent(rows::add)));
        });
        return rows;
    }

    private Optional<LayoutRow> use(TextRow row, TidyColumn laneColumn) {
        OptionalDouble lane = laneColumn.number(row, faults);
        if (lane.isEmpty()) {
            return Optional.empty();
        }
        if (lane.getAsDouble() != Math.rint(lane.getAsDouble())
                || lane.getAsDouble() < 1
                || lane.getAsDouble() > MOST_LANES) {
            laneColumn.fault(row, "there is no lane " + laneColumn.text(row), "lanes count from 1 at the left", faults);
            return Optional.empty();
        }
        String roleText = text(row, "role");
        Optional<LaneRole> role = LaneRole.parse(roleText);
        if (role.isEmpty()) {
            table.column("role")
                    .orElseThrow()
                    .fault(
                            row,
                            "there is no role '" + roleText + "'",
                            "use sample, reference, ladder, standard or empty",
                            faults);
            return Optional.empty();
        }
        LaneUse use = new LaneUse(
                (int) lane.getAsDouble(),
                text(row, "image", "file"),
                role.get(),
                text(row, "sample", "cellLine"),
                text(row, "compound"),
                number(row, "dose", "concentration"),
                text(row, "time"),
                text(row, "target", "antibody", "protein"),
                text(row, "blot", "replicate", "membrane"),
                number(row, "amount"),
                number(row, "row"),
                number(row, "weight", "kDa"));
        return Optional.of(new LayoutRow(use, table.file(), row.place()));
    }

    private String text(TextRow row, String... names) {
        return table.column(names).map(column -> column.text(row)).orElse("");
    }

    private OptionalDouble number(TextRow row, String... names) {
        Optional<TidyColumn> column = table.column(names);
        OptionalDouble number =
                column.map(one -> one.numberIfPresent(row, faults)).orElse(OptionalDouble.empty());
        if (number.isPresent() && number.getAsDouble() < 0) {
            TidyColumn one = column.orElseThrow();
            one.fault(
                    row,
                    "'" + one.name() + "' is negative: " + one.text(row),
                    "give zero or a positive number",
                    faults);
        }
        return number;
    }
}
