package org.kindlin.assays.biomarker;

import java.util.List;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;

/** The pairs of every file, and what was left out. */
public record BiomarkerData(List<Pair> pairs, List<Exclusion> exclusions, List<DataPoint> points) {
    public BiomarkerData {
        pairs = List.copyOf(pairs);
        exclusions = List.copyOf(exclusions);
        points = List.copyOf(points);
    }
}
