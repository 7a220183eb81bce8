package org.kindlin.assays.prism;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.text.DecimalMark;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;

/**
 * A Prism table as a tidy one: a row for each value, with the columns {@code dose}, {@code response}, the data set's title,
 * {@code replicate}, {@code row} and {@code excluded}. The dose is X, or the row's title in a table without X. A row stands
 * on the line of the file that holds its value.
 */
public final class PrismTidy {
    /** The reason that stands in {@code excluded} where a value is struck out. */
    public static final String EXCLUDED = "excluded in Prism";

    public static final String DOSE = "dose";
    public static final String RESPONSE = "response";
    public static final String DATA_SET = "dataSet";
    public static final String EXCLUDED_COLUMN = "excluded";
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+(?:[eE][+-]?\\d{1,4})?");

    private PrismTidy() {}

    /**
     * The tidy table.
     *
     * @param file what faults name
     * @param dataSet name of the column with the data set's title
     * @param table with replicates, or with a mean first in each data set, which then is the value
     */
    public static TidyTable of(String file, PrismTable table, String dataSet) {
        List<TextRow> rows = new ArrayList<>();
        List<String> titles = titles(table);
        for (int i = 0; i < table.y().size(); i++) {
            rows.addAll(rows(table, table.y().get(i), titles.get(i)));
        }
        List<TidyColumn> columns = new ArrayList<>();
        for (String name : List.of(DOSE, RESPONSE, dataSet, "replicate", "row", EXCLUDED_COLUMN)) {
            columns.add(new TidyColumn(file, name, columns.size(), DecimalMark.POINT));
        }
        return new TidyTable(file, columns, rows, List.of());
    }

    private static List<TextRow> rows(PrismTable table, PrismColumn set, String title) {
        List<TextRow> rows = new ArrayList<>();
        int all = set.subcolumns().size();
        int replicates = table.holdsReplicates() ? all : Math.min(1, all);
        for (int row = 0; row < set.rows(); row++) {
            for (int replicate = 0; replicate < replicates; replicate++) {
                PrismValue value = set.at(replicate, row);
                if (!value.isBlank()) {
                    String place = String.valueOf(replicate + 1);
                    boolean excluded = value.excluded() || isExcluded(table.x(), row);
                    rows.add(new TextRow(
                            value.line(),
                            List.of(
                                    plain(dose(table, row)),
                                    plain(value.text()),
                                    title,
                                    place,
                                    table.rowTitle(row),
                                    excluded ? EXCLUDED : "")));
                }
            }
        }
        return rows;
    }

    private static String dose(PrismTable table, int row) {
        return table.x()
                .filter(x -> !x.subcolumns().isEmpty())
                .map(x -> x.at(0, row).text())
                .orElseGet(() -> table.rowTitle(row));
    }

    /** Prism leaves a whole row out where its X is struck out. */
    private static boolean isExcluded(Optional<PrismColumn> x, int row) {
        return x.filter(column -> !column.subcolumns().isEmpty())
                .map(column -> column.at(0, row).excluded())
                .orElse(false);
    }

    /** Prism writes numbers as the system it ran on does, and never groups digits: a comma is a decimal mark. */
    private static String plain(String text) {
        return DECIMAL_COMMA.matcher(text).matches() ? text.replace(',', '.') : text;
    }

    /** Titles as they stand, each once; Prism names a data set without one by its letter. */
    private static List<String> titles(PrismTable table) {
        List<String> titles = new ArrayList<>();
        for (PrismColumn set : table.y()) {
            String title = set.title().isEmpty() ? "Data Set-" + WellAddress.letters(titles.size()) : set.title();
            String unique = title;
            for (int i = 2; titles.contains(unique); i++) {
                unique = title + " (" + i + ")";
            }
            titles.add(unique);
        }
        return titles;
    }
}
