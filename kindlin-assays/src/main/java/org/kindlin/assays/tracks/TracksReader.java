package org.kindlin.assays.tracks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kindlin.assays.image.reader.ImageReader;
import org.kindlin.assays.input.GzipFile;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.assays.tracks.RawTrack.RawPosition;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.motion.Trajectory;

/** Files of any tracker to tracks in common units. */
final class TracksReader {
    /** Larger coordinates and times are no cells'. */
    static final double LARGEST = 1e12;

    private static final int DEEPEST_RULE = 6;
    private static final double STEP_TOLERANCE = 1e-6;

    private final TracksProtocol protocol;
    private final Faults faults;
    private final List<CellTrack> tracks = new ArrayList<>();
    private final List<Warning> findings = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private String lengthUnit = "";
    private String timeUnit = "";

    private TracksReader(TracksProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
    }

    static TracksData read(List<InputFile> files, TracksProtocol protocol, Faults faults) {
        TracksReader reader = new TracksReader(protocol, faults);
        Set<RawFile> parts = new HashSet<>();
        for (InputFile file : files) {
            if (BiotracksPackage.isPackage(file.data())) {
                BiotracksPackage.read(file.data(), files, faults).ifPresent(read -> {
                    parts.addAll(read.used());
                    reader.add(file, read.tracks());
                });
                parts.add(file.data());
            }
        }
        List<InputFile> images = new ArrayList<>();
        for (InputFile file : files) {
            if (ImageReader.isImage(file.data().bytes())) {
                images.add(file);
            } else if (!parts.contains(file.data())) {
                reader.read(file);
            }
        }
        reader.films(images);
        if (!faults.any() && reader.tracks.isEmpty() && !files.isEmpty()) {
            faults.add(
                    files.getFirst().data().path(),
                    "",
                    "there is no track of " + protocol.fewestPoints() + " positions or more",
                    "check columns, or lower fewestPoints");
        }
        return new TracksData(reader.tracks, reader.lengthUnit, reader.timeUnit, reader.findings, reader.exclusions);
    }

    /** Whether so many detections can be linked; a fault where not. */
    static boolean canLink(String file, List<RawPosition> positions, Faults faults) {
        Map<Double, Integer> inFrame = new HashMap<>();
        positions.forEach(position -> inFrame.merge(position.time(), 1, Integer::sum));
        boolean can = positions.size() <= Detections.MOST
                && inFrame.values().stream().allMatch(count -> count <= Detections.MOST_IN_A_FRAME)
                && inFrame.size() > 1;
        if (!can) {
            faults.add(
                    file,
                    "",
                    positions.size() + " detections in " + inFrame.size() + " frames cannot be linked here",
                    "link them in the tracker, or name the track column by " + TracksKeys.TRACK.name());
        }
        return can;
    }

    /** A file each; or, where several files hold one picture each, all of them as one film. */
    private void films(List<InputFile> images) {
        CellFilm film = new CellFilm(protocol, faults);
        boolean areFrames = images.size() > 1 && images.stream().noneMatch(image -> hasPages(image.data()));
        List<List<InputFile>> films =
                areFrames ? List.of(images) : images.stream().map(List::of).toList();
        for (List<InputFile> files : films) {
            film.read(files).ifPresent(raw -> add(files.getFirst(), raw));
        }
    }

    private static boolean hasPages(RawFile file) {
        return ImageReader.read(file, new Faults())
                .map(picture -> picture.series().size() > 1)
                .orElse(false);
    }

    private void read(InputFile file) {
        Optional<RawFile> plain = GzipFile.expanded(file.data(), faults);
        if (plain.isEmpty()) {
            return;
        }
        read(plain.get()).ifPresent(raw -> add(file, raw));
    }

    private Optional<RawTracks> read(RawFile plain) {
        if (TrackMateXml.isXml(plain)) {
            return TrackMateXml.read(plain, protocol.linker(), faults);
        }
        return MTrackJFile.isMTrackJ(plain)
                ? MTrackJFile.read(plain, faults)
                : TextTable.read(plain, faults)
                        .flatMap(table -> TidyTable.of(belowRule(table), faults))
                        .flatMap(table -> TrackTable.read(table, protocol, faults));
    }

    /** Imaris writes a title and a line of equals signs above the header. */
    private static TextTable belowRule(TextTable table) {
        List<TextRow> rows = table.rows();
        for (int i = 0; i < Math.min(rows.size(), DEEPEST_RULE); i++) {
            if (rows.get(i).cell(0).matches("={4,}")) {
                return new TextTable(
                        table.file(),
                        table.separator(),
                        table.decimalMark(),
                        rows.subList(i + 1, rows.size()),
                        table.endsWithLineEnd(),
                        table.findings(),
                        table.sheet());
            }
        }
        return table;
    }

    private void add(InputFile file, RawTracks raw) {
        boolean space =
                raw.units().micrometres().isPresent() || protocol.pixelSize().isPresent();
        boolean time =
                raw.units().minutes().isPresent() || protocol.frameInterval().isPresent();
        double length = raw.units().micrometres().orElse(protocol.pixelSize().orElse(1));
        double minutes = raw.units().minutes().orElse(protocol.frameInterval().orElse(1));
        setUnits(raw.file(), space ? "um" : "px", time ? "min" : "frame");
        findings.addAll(raw.findings());
        doubtUnits(raw);
        boolean inSpace = raw.tracks().stream()
                        .flatMap(track -> track.positions().stream())
                        .mapToDouble(RawPosition::z)
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
        long doubled = raw.tracks().stream().mapToLong(RawTrack::doubled).sum();
        if (doubled > 0) {
            findings.add(new Warning(
                    "doubled-positions",
                    raw.file() + ": " + doubled
                            + " positions stand beside another of the same track and time; the one nearest to the position"
                            + " before counts. Cut tracks where cells divide, or give TrackMate's session."));
        }
        for (RawTrack track : raw.tracks()) {
            add(file, track, track.trajectory(length, minutes, inSpace));
        }
    }

    /** What was stated of units and does not go with what the file says. */
    private void doubtUnits(RawTracks raw) {
        if (raw.units().micrometres().isPresent() && protocol.pixelSize().isPresent()) {
            findings.add(new Warning(
                    "pixel-size-not-used", raw.file() + " says its unit of length: the stated pixelSize is not used."));
        }
        if (raw.units().minutes().isPresent() && protocol.frameInterval().isPresent()) {
            findings.add(new Warning(
                    "frame-interval-not-used",
                    raw.file() + " says its unit of time: the stated frameInterval is not used."));
        }
        if (raw.units().minutes().isEmpty() && protocol.frameInterval().isPresent()) {
            double step = raw.smallestStep();
            if (Double.isFinite(step) && Math.abs(step - 1) > STEP_TOLERANCE) {
                findings.add(new Warning(
                        "time-step",
                        String.format(
                                Locale.ROOT,
                                "%s: its times rise in steps of %.4g, and frameInterval is taken for one of them, so that"
                                        + " a step is %.4g min. Where the column is a time, state its unit in"
                                        + " frameInterval.",
                                raw.file(),
                                step,
                                step * protocol.frameInterval().getAsDouble())));
            }
        }
    }

    private void add(InputFile file, RawTrack track, Trajectory trajectory) {
        if (trajectory.size() < protocol.fewestPoints()) {
            exclusions.add(new Exclusion(
                    file.data().path(),
                    "track " + track.name(),
                    trajectory.size() + " positions, fewer than " + protocol.fewestPoints()));
            return;
        }
        if (!tracks.isEmpty() && tracks.getFirst().trajectory().dimensions() != trajectory.dimensions()) {
            faults.add(file.data().path(), "", "tracks in space and in the plane together", "analyse them apart");
            return;
        }
        Map<String, String> group = new LinkedHashMap<>();
        for (String name : protocol.by()) {
            String value = fact(file, track, name);
            if (value.isEmpty()) {
                faults.add(
                        file.data().path(),
                        "by",
                        "nothing says the '" + name + "' of track " + track.name(),
                        "add it as a column or a tag");
                return;
            }
            group.put(name, value);
        }
        String replicate =
                protocol.replicate().map(name -> fact(file, track, name)).orElse("");
        tracks.add(new CellTrack(file.data().path(), track.name(), group, replicate, trajectory));
    }

    private static String fact(InputFile file, RawTrack track, String name) {
        return track.facts().getOrDefault(name, file.tags().getOrDefault(name, ""));
    }

    private void setUnits(String file, String length, String time) {
        boolean first = lengthUnit.isEmpty();
        if (!first && !(lengthUnit.equals(length) && timeUnit.equals(time))) {
            faults.add(
                    file,
                    "units",
                    "it is in " + length + " and " + time + ", other files in " + lengthUnit + " and " + timeUnit,
                    "state pixelSize and frameInterval");
        }
        lengthUnit = length;
        timeUnit = time;
        if (first && length.equals("px")) {
            findings.add(
                    new Warning("pixels", "The size of a pixel is not known: lengths are in pixels. State pixelSize."));
        }
        if (first && time.equals("frame")) {
            findings.add(new Warning(
                    "frames", "The time between frames is not known: times are in frames. State frameInterval."));
        }
    }
}
