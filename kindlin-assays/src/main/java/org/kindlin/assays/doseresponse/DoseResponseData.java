package org.kindlin.assays.doseresponse;

import java.util.List;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;

/**
 * The curves of one or more files.
 *
 * @param curves in the order in which the files first name them
 * @param points every row with a response, used or left out, in the order of the files
 * @param exclusions rows left out, with their reasons
 */
public record DoseResponseData(List<CurveData> curves, List<DataPoint> points, List<Exclusion> exclusions) {
    public DoseResponseData {
        points = List.copyOf(points);
        curves = List.copyOf(curves);
        exclusions = List.copyOf(exclusions);
    }
}
