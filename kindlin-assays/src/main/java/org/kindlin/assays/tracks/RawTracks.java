package org.kindlin.assays.tracks;

import java.util.List;
import org.kindlin.assays.result.Warning;

/**
 * The tracks of one file.
 *
 * @param findings what had to be assumed
 */
record RawTracks(String file, List<RawTrack> tracks, RawUnits units, List<Warning> findings) {
    RawTracks {
        tracks = List.copyOf(tracks);
        findings = List.copyOf(findings);
    }

    /** The smallest time between two positions of a track, in the file's unit; infinite where no track has two times. */
    double smallestStep() {
        double smallest = Double.POSITIVE_INFINITY;
        for (RawTrack track : tracks) {
            double[] times = track.positions().stream()
                    .mapToDouble(RawTrack.RawPosition::time)
                    .distinct()
                    .sorted()
                    .toArray();
            for (int i = 1; i < times.length; i++) {
                smallest = Math.min(smallest, times[i] - times[i - 1]);
            }
        }
        return smallest;
    }
}
