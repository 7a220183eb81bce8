package org.kindlin.assays.plate.format;

import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Faults;

/** Tells a file that breaks off in the middle of a grid, whose last number may be half a number. */
public final class CutOff {
    private CutOff() {}

    /** Adds a fault where the file ends in this grid, without a line end, in a row shorter than the one before. */
    public static void check(TextTable table, GridBlock block, Faults faults) {
        if (table.endsWithLineEnd() || block.end() != table.rows().size() || block.end() - block.first() < 2) {
            return;
        }
        TextRow last = table.rows().get(block.end() - 1);
        TextRow before = table.rows().get(block.end() - 2);
        if (last.cells().size() < before.cells().size()) {
            faults.add(
                    table.file(),
                    last.place(),
                    "the file breaks off after " + last.cells().size() + " of "
                            + before.cells().size() + " cells",
                    "copy or export the file again");
        }
    }
}
