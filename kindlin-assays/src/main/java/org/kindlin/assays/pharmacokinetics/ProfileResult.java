package org.kindlin.assays.pharmacokinetics;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.SubjectResult;

/**
 * What was found about one profile.
 *
 * @param exposure empty where no concentration is measurable
 * @param result its estimates, checks and warnings
 */
public record ProfileResult(Profile profile, Optional<Exposure> exposure, SubjectResult result) {

    /** Samples that count for nothing or for an assumed value. */
    List<Exclusion> exclusions() {
        return exposure.map(found -> found.curve().exclusions()).orElse(List.of());
    }
}
