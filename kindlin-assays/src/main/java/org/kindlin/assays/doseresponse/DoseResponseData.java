package org.kindlin.assays.doseresponse;

import java.util.List;
import org.kindlin.assays.result.Exclusion;

/**
 * The curves of one or more files.
 *
 * @param curves in the order in which the files first name them
 * @param exclusions rows left out, with their reasons
 */
public record DoseResponseData(List<CurveData> curves, List<Exclusion> exclusions) {
    public DoseResponseData {
        curves = List.copyOf(curves);
        exclusions = List.copyOf(exclusions);
    }
}
