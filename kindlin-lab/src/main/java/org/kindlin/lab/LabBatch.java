package org.kindlin.lab;

import java.util.List;

/**
 * Everything one virtual experiment produced.
 *
 * @param files instrument files and layouts
 * @param truth what an analysis of them should find
 */
public record LabBatch(List<LabFile> files, List<Truth> truth) {

    public LabBatch {
        files = List.copyOf(files);
        truth = List.copyOf(truth);
    }
}
