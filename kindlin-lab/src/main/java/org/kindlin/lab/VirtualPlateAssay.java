package org.kindlin.lab;

import java.util.List;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;

/** A virtual assay that can also be performed on a plate map made elsewhere, such as that of a plan. */
public interface VirtualPlateAssay extends VirtualAssay {

    /**
     * Performs the assay on plates that are laid out already: a pure function of its arguments.
     *
     * <p>What the settings say of numbers of doses, replicates and plates is not used. The batch holds the instrument's
     * files, one for each plate, and no plate map.
     *
     * @param plates names of the plates, as the map and the instrument's files name them
     * @param map what is in their wells
     * @param faults receives wells that the settings say nothing about
     */
    LabBatch performOn(
            List<String> plates, PlateMap map, PlateFormat format, Resolved settings, long seed, Faults faults);
}
