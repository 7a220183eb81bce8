package org.kindlin.assays.plate;

import java.util.List;
import org.kindlin.assays.fault.Fault;
import org.kindlin.assays.fault.Faults;
import org.kindlin.assays.input.RawFile;

/** Reads a plate map in grid or tidy form. */
public final class PlateMapReader {
    private PlateMapReader() {}

    /**
     * The map of a file; empty where faults were added.
     *
     * @param faults takes every fault of the file
     */
    public static PlateMap read(RawFile file, Faults faults) {
        faults.add(new Fault(file.path(), "", "is no plate map", "give a plate map as CSV"));
        return new PlateMap(file.path(), List.of());
    }
}
