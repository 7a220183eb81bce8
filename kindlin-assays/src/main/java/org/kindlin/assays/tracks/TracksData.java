package org.kindlin.assays.tracks;

import java.util.List;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Warning;

/**
 * The tracks of an experiment.
 *
 * @param lengthUnit of positions: {@code um}, or {@code px} where the size of a pixel is not known
 * @param timeUnit {@code min}, or {@code frame} where the interval is not known
 * @param exclusions tracks left out
 */
public record TracksData(
        List<CellTrack> tracks,
        String lengthUnit,
        String timeUnit,
        List<Warning> findings,
        List<Exclusion> exclusions) {
    public TracksData {
        tracks = List.copyOf(tracks);
        findings = List.copyOf(findings);
        exclusions = List.copyOf(exclusions);
    }

    String speedUnit() {
        return lengthUnit + "/" + timeUnit;
    }
}
