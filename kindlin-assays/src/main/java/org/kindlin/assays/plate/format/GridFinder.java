package org.kindlin.assays.plate.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.fault.Faults;

/**
 * Finds plate-shaped grids in a table: column numbers over lettered rows (any of the rows), lettered rows alone, or a
 * bare block of exactly a plate's size.
 */
public final class GridFinder {
    private static final int MOST_ROWS = PlateFormat.WELLS_1536.rows();
    private static final int MOST_COLUMNS = PlateFormat.WELLS_1536.columns();

    private final TextTable table;
    private final boolean anyText;
    private final Faults faults;

    private GridFinder(TextTable table, boolean anyText, Faults faults) {
        this.table = table;
        this.anyText = anyText;
        this.faults = faults;
    }

    /** Finds grids of readings. */
    public static GridFinder ofReadings(TextTable table, Faults faults) {
        return new GridFinder(table, false, faults);
    }

    /** Finds grids whose cells may hold any text, as plate maps do; these need column numbers. */
    public static GridFinder ofText(TextTable table, Faults faults) {
        return new GridFinder(table, true, faults);
    }

    /** Every grid of the table, from top to bottom. */
    public List<GridBlock> all() {
        List<GridBlock> blocks = new ArrayList<>();
        int index = 0;
        while (index < table.rows().size()) {
            Optional<GridBlock> block = at(index);
            block.ifPresent(blocks::add);
            index = block.map(GridBlock::end).orElse(index + 1);
        }
        return blocks;
    }

    /** The grid that begins at this row of the table. */
    public Optional<GridBlock> at(int index) {
        TextRow row = table.rows().get(index);
        int[] columns = columnNumbers(row);
        if (columns.length >= 2) {
            Optional<GridBlock> lettered = lettered(index, index + 1, columns);
            if (lettered.isPresent() || anyText) {
                return lettered;
            }
        }
        if (anyText) {
            return Optional.empty();
        }
        if (row.cell(0).equals("A")
                && row.cells().size() > 3
                && holdsReadings(row, MOST_COLUMNS)
                && widest(index) > 3) {
            return lettered(index, index, counting(widest(index) - 1)).filter(GridFinder::hasEveryRow);
        }
        return new BareGrid(table).at(index);
    }

    /** Cells in the longest of the lettered rows from here on, empty ones at the end left out. */
    private int widest(int from) {
        return letteredRows(from, MOST_COLUMNS).stream()
                .mapToInt(
                        index -> table.rows().get(index).withoutTrailingBlanks().size())
                .max()
                .orElse(0);
    }

    /** Without column numbers, only a grid with all rows of a plate is told from other text. */
    private static boolean hasEveryRow(GridBlock block) {
        return block.format()
                .filter(format -> format.rows() == block.rows()
                        && block.missingRows(format).isEmpty())
                .isPresent();
    }

    private static int[] counting(int columns) {
        int[] counting = new int[Math.min(Math.max(columns, 0), MOST_COLUMNS)];
        for (int i = 0; i < counting.length; i++) {
            counting[i] = i;
        }
        return counting;
    }

    /** Whether a row could be the column numbers above a grid. */
    public static boolean isNumbered(TextRow row) {
        return columnNumbers(row).length >= 2;
    }

    /**
     * The zero-based plate columns of a header line such as {@code ,1,2,3} or {@code <>,01,02}, up to the first empty cell:
     * some readers write remarks behind it. None where it is none.
     */
    public static int[] columnNumbers(TextRow row) {
        List<String> cells = upToGap(row.withoutTrailingBlanks());
        if (cells.size() < 3 || cells.size() > MOST_COLUMNS + 1 || columnNumber(cells.getFirst()) > 0) {
            return new int[0];
        }
        int[] columns = new int[cells.size() - 1];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = columnNumber(cells.get(i + 1)) - 1;
            if (columns[i] < 0 || columns[i] >= MOST_COLUMNS || (i > 0 && columns[i] != columns[i - 1] + 1)) {
                return new int[0];
            }
        }
        return columns;
    }

    /** A column number of at most two digits and two zeros before them; 0 where the cell is none. */
    public static int columnNumber(String cell) {
        int zeros = 0;
        while (zeros < cell.length() && cell.charAt(zeros) == '0') {
            zeros++;
        }
        int number = 0;
        for (int i = zeros; i < cell.length() && i < zeros + 3; i++) {
            int digit = cell.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = 10 * number + digit;
        }
        return zeros <= 2 && cell.length() <= zeros + 2 ? number : 0;
    }

    /** Letters of a plate row: A to Z, AA to AF, or all small. */
    private static boolean isRowLetters(String cell) {
        char first = cell.isEmpty() ? ' ' : cell.charAt(0);
        boolean upper = first >= 'A' && first <= 'Z';
        if (cell.length() == 1) {
            return upper || (first >= 'a' && first <= 'z');
        }
        char last = cell.length() == 2 ? cell.charAt(1) : ' ';
        return (first == 'A' && last >= 'A' && last <= 'F') || (first == 'a' && last >= 'a' && last <= 'f');
    }

    private static List<String> upToGap(List<String> cells) {
        int end = Math.min(1, cells.size());
        while (end < cells.size() && !cells.get(end).isEmpty()) {
            end++;
        }
        return cells.subList(0, end);
    }

    private Optional<GridBlock> lettered(int first, int firstLettered, int[] columns) {
        List<Integer> indices = letteredRows(firstLettered, columns.length);
        List<TextRow> rows = indices.stream().map(table.rows()::get).toList();
        boolean mixedCase =
                rows.stream().anyMatch(row -> Character.isUpperCase(row.cell(0).charAt(0)));
        List<GridCell> cells = new ArrayList<>();
        int last = -1;
        for (TextRow row : rows) {
            int plateRow = plateRow(row.cell(0), mixedCase);
            if (plateRow <= last) {
                fault(
                        row,
                        0,
                        "row " + row.cell(0) + " stands a second time or out of order",
                        "give every row once, in order");
            } else if (!row.cell(columns.length + 1).isEmpty()) {
                fault(
                        row,
                        columns.length + 1,
                        "row " + row.cell(0) + " has more values than the " + columns.length + " columns above it",
                        "check that the decimal mark is not the separator");
            } else {
                add(cells, row, plateRow, columns);
            }
            last = Math.max(last, plateRow);
        }
        if (rows.isEmpty() || last >= MOST_ROWS) {
            return Optional.empty();
        }
        int end = indices.getLast() + 1;
        return Optional.of(new GridBlock(first, end, last + 1, columns[columns.length - 1] + 1, cells));
    }

    private static void add(List<GridCell> cells, TextRow row, int plateRow, int[] columns) {
        int there = Math.min(columns.length, row.cells().size() - 1);
        for (int i = 0; i < there; i++) {
            cells.add(new GridCell(new WellAddress(plateRow, columns[i]), row.cell(i + 1), row, i + 1));
        }
    }

    /** Where the rows are that begin with a row letter, from here on; blank lines between them are passed over. */
    private List<Integer> letteredRows(int from, int columns) {
        List<Integer> rows = new ArrayList<>();
        int last = -1;
        for (int index = from; index < table.rows().size() && rows.size() <= 2 * MOST_ROWS; index++) {
            TextRow row = table.rows().get(index);
            if (isLettered(row, columns) || isEmptyRow(row, last)) {
                rows.add(index);
                last = plateRow(row.cell(0), true);
            } else if (!row.isBlank()) {
                break;
            }
        }
        return rows;
    }

    /** A sheet does not hold empty cells: of a plate row without readings only the letter, the next in turn, is there. */
    private boolean isEmptyRow(TextRow row, int last) {
        return !table.sheet().isEmpty()
                && row.withoutTrailingBlanks().size() == 1
                && isRowLetters(row.cell(0))
                && plateRow(row.cell(0), true) == last + 1;
    }

    private boolean isLettered(TextRow row, int columns) {
        return isRowLetters(row.cell(0)) && (anyText || (row.cells().size() > 1 && holdsReadings(row, columns)));
    }

    /** At most a third of the cells, or one, may be something else: those become invalid readings. */
    private boolean holdsReadings(TextRow row, int columns) {
        long strangers = row.cells().stream()
                .skip(1)
                .limit(columns)
                .filter(cell -> !ReadingText.fits(cell, table.decimalMark()))
                .count();
        return strangers <= Math.max(1, Math.min(columns, row.cells().size() - 1) / 3);
    }

    /** Some readers write the rows after Z of a 1536-well plate as a to f. */
    private static int plateRow(String letters, boolean mixedCase) {
        int row = WellAddress.rowOf(letters).orElseThrow();
        return mixedCase && letters.length() == 1 && Character.isLowerCase(letters.charAt(0)) ? 26 + row : row;
    }

    private void fault(TextRow row, int column, String problem, String remedy) {
        faults.add(table.file(), row.place(column), problem, remedy);
    }
}
