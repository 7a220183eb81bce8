package org.kindlin.assays.xport;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.DecimalMark;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** The data sets of a SAS transport file as tidy tables, for readers that look at columns and not at file formats. */
public final class XportTidy {
    private XportTidy() {}

    /** One table for each data set that has rows; none where faults were added. Places are {@code TR!B12}: data set, column, row. */
    public static List<TidyTable> read(RawFile file, Faults faults) {
        return XportReader.read(file, faults).stream()
                .filter(table -> !table.rows().isEmpty())
                .map(table -> tidy(file.path(), table))
                .toList();
    }

    private static TidyTable tidy(String path, XportTable table) {
        List<String> names =
                table.variables().stream().map(XportTable.Variable::name).toList();
        List<TidyColumn> columns = IntStream.range(0, names.size())
                .mapToObj(i -> new TidyColumn(path, names.get(i), i, DecimalMark.POINT))
                .toList();
        List<TextRow> rows = new ArrayList<>();
        for (List<XportTable.Value> row : table.rows()) {
            List<String> cells = names.stream()
                    .map(name -> table.text(row, name.toUpperCase(Locale.ROOT)).strip())
                    .toList();
            rows.add(new TextRow(rows.size() + 1, cells, table.name()));
        }
        return new TidyTable(path, columns, rows, List.of());
    }
}
