package org.kindlin.assays.plate.format;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.text.TextRow;
import org.kindlin.fault.Findings;

/**
 * The columns of a table whose titles are wells ({@code Time, T° 420, A1, A2, ...}): each row below is a time point, a
 * wavelength or a read.
 *
 * @param first the leftmost well column
 * @param wells zero-based columns by well
 */
public record WellColumns(int first, SortedMap<WellAddress, Integer> wells) {
    private static final int LONGEST_NAME = 8;

    public WellColumns {
        wells = Collections.unmodifiableSortedMap(new TreeMap<>(wells));
    }

    /** The wells among the titles of a row, from a column on, up to the first that is none; empty where there are none. */
    public static Optional<WellColumns> of(TextRow titles, int from, Findings findings) {
        SortedMap<WellAddress, Integer> wells = new TreeMap<>();
        int first = -1;
        for (int column = from; column < titles.cells().size(); column++) {
            Optional<WellAddress> well = well(titles.cell(column));
            if (well.isEmpty() && first >= 0) {
                break;
            }
            if (well.isPresent()) {
                first = first < 0 ? column : first;
                if (wells.put(well.get(), column) != null) {
                    findings.fault(
                            titles.place(column),
                            "well " + well.get() + " stands a second time",
                            "give every well once");
                }
            }
        }
        return first < 0 ? Optional.empty() : Optional.of(new WellColumns(first, wells));
    }

    /** The well that a cell names, on a plate of at most 1536 wells. */
    public static Optional<WellAddress> well(String cell) {
        return cell.length() > LONGEST_NAME
                ? Optional.empty()
                : WellAddress.parse(cell).filter(PlateFormat.WELLS_1536::contains);
    }

    /** The column after the last well. */
    public int end() {
        return wells.values().stream().mapToInt(Integer::intValue).max().orElse(first) + 1;
    }

    /** Whether a row says anything about any of the wells. */
    public boolean isBlank(TextRow row) {
        return wells.values().stream().allMatch(column -> row.cell(column).isEmpty());
    }

    /** What a row says about each well; a row that is too short or too long is told. */
    public SortedMap<WellAddress, Reading> readings(TextRow row, ReadingCells cells) {
        SortedMap<WellAddress, Reading> readings = new TreeMap<>();
        wells.forEach((well, column) -> readings.put(well, cells.read(row, column)));
        return readings;
    }
}
