package org.kindlin.assays.blot.gel;

import java.util.List;

/** A lane with its profile and bands, from the top. */
public record MeasuredLane(LaneProfile profile, List<Band> bands) {
    public MeasuredLane {
        bands = List.copyOf(bands);
    }

    public Lane lane() {
        return profile.lane();
    }
}
