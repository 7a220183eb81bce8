package org.kindlin.assays.tracks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.motion.MeanSquaredDisplacement;
import org.kindlin.numerics.motion.PersistentWalkFit;

/**
 * What was found about the tracks of one group.
 *
 * @param subject what the group is of
 * @param displacement mean squared displacements
 * @param walk persistent random walk; empty where too little moves
 * @param result estimates and warnings
 */
public record TrackGroup(
        Map<String, String> subject,
        List<CellTrack> tracks,
        MeanSquaredDisplacement displacement,
        Optional<PersistentWalkFit> walk,
        SubjectResult result) {
    public TrackGroup {
        tracks = List.copyOf(tracks);
    }
}
