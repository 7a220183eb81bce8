package org.kindlin.assays.plate;

import java.util.List;
import org.kindlin.assays.fault.Faults;
import org.kindlin.assays.text.TextTable;

/** Reads one plate-reader file format. Stateless; safe for use by many threads. */
sealed interface PlateReader permits BmgMarsReader, EnVisionReader, TidyPlateReader, GridPlateReader {

    PlateFileFormat format();

    /** How sure it is that the file is of its format: 0 not at all, 100 beyond doubt. */
    int score(TextTable table);

    /** The plates of the file, at least one unless faults were added. */
    List<Plate> read(TextTable table, Faults faults);
}
