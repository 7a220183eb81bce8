package org.kindlin.assays.plate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The size of a microplate; rows and columns of the standard formats (ANSI/SLAS 4-2004 and the tissue culture sizes). */
public enum PlateFormat {
    WELLS_6(2, 3),
    WELLS_12(3, 4),
    WELLS_24(4, 6),
    WELLS_48(6, 8),
    WELLS_96(8, 12),
    WELLS_384(16, 24),
    WELLS_1536(32, 48);

    private final int rows;
    private final int columns;

    PlateFormat(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** Number of wells. */
    public int size() {
        return rows * columns;
    }

    /** The format with exactly this many wells. */
    public static Optional<PlateFormat> ofSize(int wells) {
        return Arrays.stream(values()).filter(format -> format.size() == wells).findFirst();
    }

    /** The smallest format that has this many rows and columns. */
    public static Optional<PlateFormat> holding(int rows, int columns) {
        return Arrays.stream(values())
                .filter(format -> rows <= format.rows && columns <= format.columns)
                .findFirst();
    }

    public boolean contains(WellAddress well) {
        return well.row() < rows && well.column() < columns;
    }

    /** Whether the well lies in the outermost rows or columns, where evaporation and heat act first. */
    public boolean isEdge(WellAddress well) {
        return well.row() == 0 || well.column() == 0 || well.row() == rows - 1 || well.column() == columns - 1;
    }

    /** Every well, row by row. */
    public List<WellAddress> wells() {
        List<WellAddress> wells = new ArrayList<>(size());
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                wells.add(new WellAddress(row, column));
            }
        }
        return wells;
    }

    /** The format as people say it: {@code 384-well}. */
    @Override
    public String toString() {
        return size() + "-well";
    }
}
