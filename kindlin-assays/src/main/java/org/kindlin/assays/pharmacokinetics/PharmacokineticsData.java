package org.kindlin.assays.pharmacokinetics;

import java.util.List;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Warning;

/**
 * The profiles of one or more files.
 *
 * @param points every row with a concentration, used or left out
 * @param findings what had to be assumed to read them
 */
public record PharmacokineticsData(
        List<Profile> profiles, List<DataPoint> points, List<Exclusion> exclusions, List<Warning> findings) {
    public PharmacokineticsData {
        profiles = List.copyOf(profiles);
        points = List.copyOf(points);
        exclusions = List.copyOf(exclusions);
        findings = List.copyOf(findings);
    }
}
