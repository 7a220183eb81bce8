package org.kindlin.assays.prism;

import java.util.List;

/**
 * A column of a Prism table: X, or one data set.
 *
 * @param title may be empty
 * @param subcolumns replicates, or mean, error and number; at least one; they may differ in length
 */
public record PrismColumn(String title, List<List<PrismValue>> subcolumns) {
    public PrismColumn {
        subcolumns = subcolumns.stream().map(List::copyOf).toList();
    }

    /** The longest subcolumn's length. */
    public int rows() {
        return subcolumns.stream().mapToInt(List::size).max().orElse(0);
    }

    /** A cell; blank beyond the end of its subcolumn. */
    public PrismValue at(int subcolumn, int row) {
        List<PrismValue> cells = subcolumns.get(subcolumn);
        return row < cells.size() ? cells.get(row) : PrismValue.BLANK;
    }
}
