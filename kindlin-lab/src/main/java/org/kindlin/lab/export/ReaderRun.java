package org.kindlin.lab.export;

import java.util.List;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;

/**
 * What a reader's software has in hand when it exports.
 *
 * @param test name of the test or protocol
 * @param plates in the order they were read; at least one, all of one size and read alike
 * @param simulation how the readings were simulated
 */
public record ReaderRun(String test, List<Plate> plates, String simulation) {

    public ReaderRun {
        plates = List.copyOf(plates);
    }

    /** How the file says that its readings are simulated. */
    String mark() {
        return RawFile.SIMULATED_MARK + ": " + simulation;
    }
}
