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
}
