package org.kindlin.assays.tracks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tracks, then groups of them; a pure function. */
final class TracksAnalysis {
    private TracksAnalysis() {}

    static TracksResult analyze(TracksData data, TracksProtocol protocol) {
        Map<Map<String, String>, List<CellTrack>> groups = new LinkedHashMap<>();
        data.tracks()
                .forEach(track -> groups.computeIfAbsent(track.group(), _ -> new ArrayList<>())
                        .add(track));
        List<TrackGroup> results = new ArrayList<>();
        groups.forEach((group, tracks) -> results.add(GroupReport.of(group, tracks, data, protocol)));
        return new TracksResult(results, data, protocol);
    }
}
