package org.kindlin.assays.kinase;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.plate.assay.AssayBlock;

/**
 * The raw data of a kinase assay.
 *
 * @param blocks plates by target, in the order of the files
 * @param conditions the conditions of every target, in order of first appearance
 */
public record KinaseData(List<AssayBlock> blocks, Map<String, TargetConditions> conditions) {

    public KinaseData {
        blocks = List.copyOf(blocks);
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
    }

    /** The conditions of a target that has a block. */
    public TargetConditions conditions(String target) {
        TargetConditions found = conditions.get(target);
        if (found == null) {
            throw new IllegalArgumentException("no plate of target '" + target + "'");
        }
        return found;
    }
}
