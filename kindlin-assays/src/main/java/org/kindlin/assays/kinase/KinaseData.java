package org.kindlin.assays.kinase;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Warning;

/**
 * The raw data of a kinase assay.
 *
 * @param blocks plates by target, in the order of the files
 * @param conditions the conditions of every target, in order of first appearance
 * @param exclusions mapped wells that are left out
 * @param findings what the plate readers had to repair or assume
 */
public record KinaseData(
        List<AssayBlock> blocks,
        Map<String, TargetConditions> conditions,
        List<Exclusion> exclusions,
        List<Warning> findings) {

    public KinaseData {
        blocks = List.copyOf(blocks);
        conditions = Collections.unmodifiableMap(new LinkedHashMap<>(conditions));
        exclusions = List.copyOf(exclusions);
        findings = List.copyOf(findings);
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
