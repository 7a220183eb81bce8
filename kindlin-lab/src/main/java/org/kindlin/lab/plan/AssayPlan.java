package org.kindlin.lab.plan;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;

/** How one assay is planned: the seam between what all plans share and what an assay's protocol says. */
public interface AssayPlan {

    /** The assay's name, the same as that of its analysis. */
    String assay();

    /** Every setting with unit, default and meaning. */
    List<Key<?>> keys();

    /**
     * The plan: a pure function of settings and seed.
     *
     * @return empty where faults were added
     */
    Optional<Plan> plan(Resolved settings, long seed, Faults faults);
}
