package org.kindlin.assays.cytometry;

import java.util.List;

/** Every file of an analysis, in the order given. */
public record CytometryData(List<Sample> samples) {
    public CytometryData {
        samples = List.copyOf(samples);
    }
}
