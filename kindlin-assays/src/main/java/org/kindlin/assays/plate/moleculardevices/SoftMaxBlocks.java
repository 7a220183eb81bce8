package org.kindlin.assays.plate.moleculardevices;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Findings;

/** Finds the plate blocks of a SoftMax Pro export; notes, groups, graphs and cuvettes are passed over. */
final class SoftMaxBlocks {
    private static final Pattern SAVED = Pattern.compile(".*Date Last Saved:\\s*(.+)");
    private static final String END = "~End";

    private SoftMaxBlocks() {}

    /**
     * One plate block.
     *
     * @param table the rows of the block below its header, with the decimal mark of these rows
     * @param date when the file was saved; empty where not stated
     */
    record Block(SoftMaxHeader header, TextTable table, String date) {}

    static List<Block> plates(TextTable table, Findings findings) {
        List<Block> blocks = new ArrayList<>();
        String date = date(table);
        for (int i = 0; i < table.rows().size(); i++) {
            TextRow row = table.rows().get(i);
            if (SoftMaxHeader.isHeader(row)) {
                int end = end(table, i + 1);
                if (end == table.rows().size()) {
                    findings.fault(
                            row.place(),
                            "the block of plate '" + row.cell(1) + "' does not end",
                            "copy or export the file again");
                }
                TextTable rows = table.part(table.rows().subList(i + 1, end), findings.faults());
                blocks.add(new Block(SoftMaxHeader.of(row, findings), rows, date));
                i = end;
            }
        }
        return blocks;
    }

    private static int end(TextTable table, int from) {
        int end = from;
        while (end < table.rows().size() && !table.rows().get(end).cell(0).startsWith(END)) {
            end++;
        }
        return end;
    }

    private static String date(TextTable table) {
        for (TextRow row : table.rows().reversed()) {
            Matcher saved = SAVED.matcher(row.cell(0).length() > 1000 ? "" : row.cell(0));
            if (saved.matches()) {
                return saved.group(1).strip();
            }
        }
        return "";
    }
}
