package org.kindlin.assays.doseresponse;

import java.util.List;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Warning;

/**
 * The curves of one or more files.
 *
 * @param curves in the order in which the files first name them
 * @param points every row with a response, used or left out, in the order of the files
 * @param exclusions rows left out, with their reasons
 * @param findings what the files left to be assumed
 */
public record DoseResponseData(
        List<CurveData> curves, List<DataPoint> points, List<Exclusion> exclusions, List<Warning> findings) {
    public DoseResponseData {
        points = List.copyOf(points);
        curves = List.copyOf(curves);
        exclusions = List.copyOf(exclusions);
        findings = List.copyOf(findings);
    }
}
