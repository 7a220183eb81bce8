package org.kindlin.assays.plate.format;

import java.util.List;
import org.kindlin.assays.plate.Plate;
import org.kindlin.fault.Findings;

/**
 * Reads one plate-reader file format. Stateless; safe for use by many threads.
 *
 * <p>A reader recognises its format by what the file holds, never by its name. It may ask {@link PlateSource} for tables
 * (the cells of a text file, or one table per sheet of a workbook) or read the bytes of an XML or JSON document itself.
 */
public interface PlateReader {

    PlateFileFormat format();

    /**
     * How sure it is that the file is of its format: 0 not at all, 100 beyond doubt, 90 and more where the vendor's own
     * words are in it. The surest reader reads the file.
     */
    int score(PlateSource source);

    /** The largest score it ever gives, so that it need not look where another reader is surer. */
    default int highestScore() {
        return 100;
    }

    /**
     * Whether files of the format may have decimal commas in one place and decimal points in another, and the reader
     * knows which where. Otherwise a file that mixes them is refused.
     */
    default boolean readsMixedDecimalMarks() {
        return false;
    }

    /** The plates of the file, at least one unless faults were found. Throws nothing for any content. */
    List<Plate> read(PlateSource source, Findings findings);
}
