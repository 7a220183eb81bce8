package org.kindlin.assays.plate.quality;

import org.kindlin.assays.result.Prose;

/**
 * A well that reads unlike its replicates.
 *
 * @param expected mean of its replicates, without the wells flagged before it
 * @param replicates how many wells it was held against
 * @param deviate its studentised residual
 * @param level chance per plate of a false flag
 */
public record OutlierWell(QualityWell well, double expected, int replicates, double deviate, double level) {

    /** Why it was flagged, as an exclusion says it. */
    public String reason() {
        return "outlier: reads " + Prose.number(well.value()) + " where " + replicates + " replicates ("
                + well.replicateOf()
                + ") average " + Prose.number(expected) + "; studentised residual " + Prose.number(deviate)
                + ", generalised extreme studentised deviate test at " + Prose.number(100 * level) + " % per plate";
    }
}
