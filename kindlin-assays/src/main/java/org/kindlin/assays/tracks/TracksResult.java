package org.kindlin.assays.tracks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.motion.Trajectory;

/**
 * What a track analysis found.
 *
 * @param groups one for each value of the columns or tags that tell groups apart
 */
public record TracksResult(List<TrackGroup> groups, TracksData raw, TracksProtocol protocol) implements AnalysisResult {
    public TracksResult {
        groups = List.copyOf(groups);
    }

    @Override
    public List<SubjectResult> subjects() {
        List<SubjectResult> subjects = new ArrayList<>();
        for (TrackGroup group : groups) {
            subjects.add(group.result().with(raw.findings()));
        }
        for (CellTrack track : raw.tracks()) {
            subjects.add(single(track));
        }
        return subjects;
    }

    private Map<String, String> subject(CellTrack track) {
        Map<String, String> subject = new LinkedHashMap<>(track.group());
        if (!track.replicate().isEmpty()) {
            subject.put("replicate", track.replicate());
        }
        if (raw.tracks().stream().map(CellTrack::file).distinct().limit(2).count() > 1) {
            subject.put("file", track.file());
        }
        subject.put("track", track.name());
        return subject;
    }

    private SubjectResult single(CellTrack track) {
        Trajectory trajectory = track.trajectory();
        List<Estimate> estimates = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        estimates.add(Estimate.descriptive("points", trajectory.size(), "", "count"));
        estimates.add(Estimate.descriptive("duration", trajectory.duration(), raw.timeUnit(), "last less first time"));
        estimates.add(Estimate.descriptive("pathLength", trajectory.pathLength(), raw.lengthUnit(), "sum of steps"));
        estimates.add(Estimate.descriptive(
                "displacement", trajectory.displacement(), raw.lengthUnit(), "from the first to the last position"));
        estimates.add(
                Estimate.descriptive("meanSpeed", trajectory.meanSpeed(), raw.speedUnit(), "path length / duration"));
        double straightness = trajectory.straightness();
        if (Double.isFinite(straightness)) {
            estimates.add(Estimate.descriptive("straightness", straightness, "", "displacement / path length"));
        } else {
            estimates.add(Estimate.notEstimable("straightness", "", protocol.level(), "displacement / path length"));
            warnings.add(new Warning("no-straightness", "The cell never moved: straightness is not defined."));
        }
        return new SubjectResult(subject(track), estimates, List.of(), List.of(), warnings);
    }

    @Override
    public List<String> verdicts() {
        return groups.stream().map(this::verdict).toList();
    }

    private String verdict(TrackGroup group) {
        String name = String.join(", ", group.subject().values());
        return name + ", " + group.tracks().size() + " tracks: speed "
                + Prose.estimate(group.result().estimate("speed").orElseThrow()) + ", persistence time "
                + Prose.estimate(group.result().estimate("persistenceTime").orElseThrow()) + "; mean track speed "
                + Prose.estimate(group.result().estimate("meanSpeed").orElseThrow()) + ", straightness "
                + Prose.estimate(group.result().estimate("straightness").orElseThrow()) + "."
                + group.result()
                        .estimate("chemotaxisIndex")
                        .map(index -> " Chemotaxis index " + Prose.estimate(index) + ".")
                        .orElse("");
    }

    @Override
    public List<Exclusion> exclusions() {
        return raw.exclusions();
    }

    @Override
    public String methods() {
        return TracksMethods.of(this);
    }

    /** One value a track: its mean speed. */
    @Override
    public List<DataPoint> data() {
        return raw.tracks().stream()
                .map(track -> new DataPoint(
                        track.file(),
                        "",
                        "track " + track.name(),
                        subject(track),
                        "sample",
                        Amount.none(""),
                        Amount.of(track.trajectory().displacement(), raw.lengthUnit()),
                        Amount.finite(track.trajectory().meanSpeed(), raw.speedUnit()),
                        ""))
                .toList();
    }
}
