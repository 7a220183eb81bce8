package org.kindlin.assays.tracks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.motion.MeanSquaredDisplacement;
import org.kindlin.numerics.motion.PersistentWalkFit;
import org.kindlin.numerics.motion.Trajectory;
import org.kindlin.numerics.motion.WalkRegression;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;

/** The tracks of one group as estimates. */
final class GroupReport {
    private static final int MOST_LAGS = 30;
    /** Longer lags than this share of the longest track have too few pairs to look at. */
    private static final double SHARE_OF_LAGS = 0.5;

    private final TracksData data;
    private final TracksProtocol protocol;
    private final List<CellTrack> tracks;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<HypothesisTest> tests = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private GroupReport(TracksData data, TracksProtocol protocol, List<CellTrack> tracks) {
        this.data = data;
        this.protocol = protocol;
        this.tracks = tracks;
    }

    static TrackGroup of(Map<String, String> group, List<CellTrack> tracks, TracksData data, TracksProtocol protocol) {
        return new GroupReport(data, protocol, tracks).report(group);
    }

    private TrackGroup report(Map<String, String> group) {
        List<Trajectory> trajectories =
                tracks.stream().map(CellTrack::trajectory).toList();
        Optional<PersistentWalkFit> fit = fit(trajectories);
        WalkEstimates.Told walk = fit.map(f -> WalkEstimates.of(data, protocol.level(), f, replicates()))
                .orElseGet(() -> WalkEstimates.none(data, protocol.level()));
        estimates.addAll(walk.estimates());
        warnings.addAll(walk.warnings());
        fit.ifPresent(f -> estimates.add(Estimate.descriptive(
                "speedSpread",
                100 * StrictMath.expm1(WalkRegression.speedSpread(WalkRegression.usable(trajectories), f.walk())),
                "%",
                "random effect of the cell on speed, one standard deviation up")));
        estimates.add(Estimate.descriptive("tracks", tracks.size(), "", "count"));
        mean("meanSpeed", data.speedUnit(), Trajectory::meanSpeed, "mean over tracks of path length / duration");
        mean("straightness", "", Trajectory::straightness, "mean over tracks of displacement / path length");
        mean("displacement", data.lengthUnit(), Trajectory::displacement, "mean over tracks");
        protocol.gradient().ifPresent(this::chemotaxis);
        if (fit.isPresent()
                && tracks.stream().map(CellTrack::replicate).distinct().count() < 3) {
            warnings.add(new Warning(
                    "cells-as-replicates",
                    "Fewer than three replicates are named: intervals hold the variation between cells, not between"
                            + " experiments."));
        }
        Map<String, String> subject = new LinkedHashMap<>(group);
        if (subject.isEmpty()) {
            subject.put("tracks", "all");
        }
        return new TrackGroup(
                subject,
                tracks,
                MeanSquaredDisplacement.of(trajectories, lags(trajectories)),
                fit,
                new SubjectResult(subject, estimates, tests, List.of(), warnings));
    }

    private static int lags(List<Trajectory> trajectories) {
        int longest = trajectories.stream().mapToInt(Trajectory::size).max().orElse(1);
        return (int) Math.clamp(SHARE_OF_LAGS * longest, 1, MOST_LAGS);
    }

    private static Optional<PersistentWalkFit> fit(List<Trajectory> trajectories) {
        List<Trajectory> usable = WalkRegression.usable(trajectories);
        return usable.isEmpty() ? Optional.empty() : Optional.of(WalkRegression.fit(usable));
    }

    private List<PersistentWalkFit> replicates() {
        Map<String, List<Trajectory>> byReplicate = new LinkedHashMap<>();
        tracks.forEach(track -> byReplicate
                .computeIfAbsent(track.replicate(), _ -> new ArrayList<>())
                .add(track.trajectory()));
        return byReplicate.size() < 3
                ? List.of()
                : byReplicate.values().stream()
                        .flatMap(own -> fit(own).stream())
                        .toList();
    }

    /** The mean over tracks with Student's interval, tracks for which the quantity is undefined left out. */
    private void mean(String name, String unit, ToDoubleFunction<Trajectory> quantity, String method) {
        double[] values = tracks.stream()
                .map(CellTrack::trajectory)
                .mapToDouble(quantity)
                .filter(Double::isFinite)
                .toArray();
        estimates.add(mean(name, unit, values, method));
        if (values.length == 0) {
            warnings.add(new Warning("no-" + name, "No track moves: " + name + " is not defined."));
        }
    }

    private Estimate mean(String name, String unit, double[] values, String method) {
        if (values.length == 0) {
            return Estimate.notEstimable(name, unit, protocol.level(), method);
        }
        double mean = Descriptive.mean(values);
        if (values.length == 1) {
            return Estimate.descriptive(name, mean, unit, method);
        }
        double error = Descriptive.standardDeviation(values) / Math.sqrt(values.length);
        double half = Distributions.studentQuantile(0.5 + protocol.level() / 2, values.length - 1) * error;
        return Estimate.of(name, mean, unit, mean - half, mean + half, protocol.level(), error, method);
    }

    private void chemotaxis(double degrees) {
        double x = StrictMath.cos(StrictMath.toRadians(degrees));
        double y = StrictMath.sin(StrictMath.toRadians(degrees));
        double[] cosines = tracks.stream()
                .mapToDouble(track -> track.trajectory().cosineTo(x, y))
                .filter(Double::isFinite)
                .toArray();
        estimates.add(mean(
                "chemotaxisIndex", "", cosines, "mean over tracks of the cosine between displacement and gradient"));
        double[] forward = tracks.stream()
                .map(CellTrack::trajectory)
                .filter(track -> track.pathLength() > 0)
                .mapToDouble(track -> forward(track, x, y))
                .toArray();
        estimates.add(mean(
                "forwardMigrationIndex",
                "",
                forward,
                "mean over tracks of displacement along the gradient / path length"));
        if (cosines.length > 0) {
            double u = Arrays.stream(cosines).sum() * Math.sqrt(2.0 / cosines.length);
            tests.add(new HypothesisTest("v-test", u, null, null, Distributions.normalUpperTail(u)));
        } else {
            warnings.add(new Warning("no-chemotaxisIndex", "No track moves: chemotaxisIndex is not defined."));
        }
    }

    private static double forward(Trajectory track, double x, double y) {
        double[] first = track.position()[0];
        double[] last = track.position()[track.size() - 1];
        return ((last[0] - first[0]) * x + (last[1] - first[1]) * y) / track.pathLength();
    }
}
