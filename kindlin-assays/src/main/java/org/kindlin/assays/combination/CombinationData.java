package org.kindlin.assays.combination;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.plate.quality.QualityControl;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;

/**
 * The dose matrices of one or more files.
 *
 * @param points every row with a response, used or left out
 * @param quality of the plates; of tidy tables none
 */
public record CombinationData(
        List<Matrix> matrices, List<DataPoint> points, List<Exclusion> exclusions, QualityControl quality) {
    public CombinationData {
        matrices = List.copyOf(matrices);
        points = List.copyOf(points);
        exclusions = List.copyOf(exclusions);
    }

    /**
     * The wells of one matrix.
     *
     * @param subject what splits the file, with its values
     */
    public record Matrix(Map<String, String> subject, List<Measurement> wells) {
        public Matrix {
            subject = Collections.unmodifiableMap(new LinkedHashMap<>(subject));
            wells = List.copyOf(wells);
        }
    }
}
