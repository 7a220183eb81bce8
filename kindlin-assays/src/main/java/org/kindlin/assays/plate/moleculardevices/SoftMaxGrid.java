package org.kindlin.assays.plate.moleculardevices;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.format.ReadingCells;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/** The lines of one time, wavelength or place in plate format: a line for each plate row, a group of columns for each read. */
final class SoftMaxGrid {
    private static final int FIRST = 2;

    private final List<SortedMap<WellAddress, Reading>> groups = new ArrayList<>();
    private final int end;

    SoftMaxGrid(TextTable table, TextRow titles, int from, SoftMaxHeader header, Findings findings) {
        ReadingCells cells = new ReadingCells(table, findings);
        int groupCount = groupOf(titles, titles.withoutTrailingBlanks().size() - 1) + 1;
        for (int i = 0; i < groupCount; i++) {
            groups.add(new TreeMap<>());
        }
        int index = from;
        for (; index < table.rows().size(); index++) {
            TextRow row = table.rows().get(index);
            if (row.isBlank() && !(isEmptyPlateRow(row) && index - from < header.rows())) {
                break;
            }
            take(row, titles, header.firstRow() + index - from, cells, findings);
        }
        end = index;
    }

    /** A plate row without readings is a line of tabs; a line that separates is empty. */
    static boolean isEmptyPlateRow(TextRow row) {
        return row.isBlank() && row.cells().size() > FIRST;
    }

    private void take(TextRow row, TextRow titles, int plateRow, ReadingCells cells, Findings findings) {
        if (plateRow >= PlateFormat.WELLS_1536.rows()) {
            findings.fault(row.place(), "more lines than a plate has rows", "export the file again");
            return;
        }
        int last = Math.min(titles.withoutTrailingBlanks().size(), row.cells().size());
        for (int column = FIRST; column < last; column++) {
            if (!titles.cell(column).isEmpty()) {
                WellAddress well = new WellAddress(plateRow, Integer.parseInt(titles.cell(column)) - 1);
                groups.get(groupOf(titles, column)).put(well, cells.read(row, column));
            }
        }
        if (row.withoutTrailingBlanks().size() > titles.withoutTrailingBlanks().size()) {
            findings.fault(
                    row.place(last),
                    "more values than columns above",
                    "check that the decimal mark is not the separator");
        }
    }

    private static int groupOf(TextRow titles, int column) {
        int group = 0;
        for (int i = FIRST; i < column; i++) {
            group += titles.cell(i).isEmpty() ? 1 : 0;
        }
        return group;
    }

    int groups() {
        return groups.size();
    }

    SortedMap<WellAddress, Reading> readings(int group) {
        return groups.get(group);
    }

    /** Index after the last line. */
    int end() {
        return end;
    }
}
