package org.kindlin.lab;

import java.util.List;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;

/** An assay performed by the virtual lab: the files its instrument would write, and the truth behind them. */
public interface VirtualAssay {

    /** The assay's name, the same as that of the analysis that reads the files. */
    String name();

    /** Every setting with unit, default and meaning. */
    List<Key<?>> keys();

    /**
     * Performs the assay: a pure function of settings and seed.
     *
     * @param faults receives settings that contradict each other; the batch is then empty
     */
    LabBatch perform(Resolved settings, long seed, Faults faults);
}
