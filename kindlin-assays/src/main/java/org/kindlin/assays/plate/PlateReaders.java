package org.kindlin.assays.plate;

import java.util.List;
import org.kindlin.assays.fault.Fault;
import org.kindlin.assays.fault.Faults;
import org.kindlin.assays.input.RawFile;

/** Every plate-reader format that can be read; the format of a file is found by its content. */
public final class PlateReaders {
    private PlateReaders() {}

    /**
     * The plates of a file, at least one unless faults were added.
     *
     * @param faults takes every fault of the file
     */
    public static List<Plate> read(RawFile file, Faults faults) {
        faults.add(new Fault(file.path(), "", "is no plate-reader file", "give the reader's CSV export"));
        return List.of();
    }
}
