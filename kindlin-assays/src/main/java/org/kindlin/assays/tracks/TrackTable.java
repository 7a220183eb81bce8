package org.kindlin.assays.tracks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.assays.tracks.RawTrack.RawPosition;
import org.kindlin.assays.tracks.TrackColumns.Found;
import org.kindlin.fault.Faults;

/** Reads tables with a row for each position: columns found by the names that trackers give them. */
final class TrackTable {
    /** TrackMate writes up to three more lines under the header: names, short names, units. */
    private static final int MORE_HEADERS = 3;

    private static final String NUMBER = "[-+.,]?[0-9].*";

    private final TidyTable table;
    private final TracksProtocol protocol;
    private final Faults faults;
    private int unseen;

    private TrackTable(TidyTable table, TracksProtocol protocol, Faults faults) {
        this.table = table;
        this.protocol = protocol;
        this.faults = faults;
    }

    static Optional<RawTracks> read(TidyTable table, TracksProtocol protocol, Faults faults) {
        return new TrackTable(table, protocol, faults).read();
    }

    private Optional<RawTracks> read() {
        if (isOtherTrackMateTable()) {
            return Optional.empty();
        }
        TracksProtocol.Columns stated = protocol.columns();
        Optional<Found> time = find(stated.time(), TrackColumns.TIME, this::varies);
        Optional<Found> x = find(stated.x(), TrackColumns.X, _ -> true);
        Optional<Found> y = find(stated.y(), TrackColumns.Y, _ -> true);
        require(time, "time", TracksKeys.TIME.name());
        require(x, "x", TracksKeys.X.name());
        require(y, "y", TracksKeys.Y.name());
        if (time.isEmpty() || x.isEmpty() || y.isEmpty()) {
            return Optional.empty();
        }
        Optional<Found> track = find(stated.track(), TrackColumns.TRACK, _ -> true);
        Optional<Found> z = find(stated.z(), TrackColumns.Z, _ -> true);
        List<TextRow> rows =
                rows(List.of(time.get().column(), x.get().column(), y.get().column()));
        RawUnits units = new RawUnits(lengthUnit(x.get(), rows), RawUnits.time(unit(time.get(), rows)));
        Map<String, Map<String, String>> facts = new LinkedHashMap<>();
        Map<String, List<RawPosition>> tracks = new LinkedHashMap<>();
        for (TextRow row : rows) {
            String id = track.map(found -> found.column().text(row)).orElse("");
            if (track.isPresent() && NumberText.isMissing(id)) {
                continue; // a detection in no track
            }
            if (NumberText.isMissing(x.get().column().text(row))
                    && NumberText.isMissing(y.get().column().text(row))) {
                unseen++;
                continue;
            }
            Optional<RawPosition> position = position(row, time.get(), x.get(), y.get(), z);
            Map<String, String> own = facts(row);
            String key = String.join("\u0000", own.values()) + "\u0000" + id;
            facts.putIfAbsent(key, own);
            position.ifPresent(
                    p -> tracks.computeIfAbsent(key, _ -> new ArrayList<>()).add(p));
        }
        return faults.any() ? Optional.empty() : Optional.of(result(tracks, facts, track.isPresent(), units));
    }

    private RawTracks result(
            Map<String, List<RawPosition>> tracks,
            Map<String, Map<String, String>> facts,
            boolean areLinked,
            RawUnits units) {
        List<RawTrack> all = new ArrayList<>();
        List<Warning> findings = new ArrayList<>(table.findings());
        tracks.forEach((key, positions) -> {
            Map<String, String> own = facts.getOrDefault(key, Map.of());
            if (areLinked) {
                all.add(new RawTrack(key.substring(key.lastIndexOf('\u0000') + 1), own, positions));
            } else if (TracksReader.canLink(table.file(), positions, faults)) {
                Detections.link(positions, protocol.linker())
                        .forEach(linked -> all.add(new RawTrack(linked.name(), own, linked.positions())));
            }
        });
        if (!areLinked) {
            findings.add(new Warning(
                    "linked-here",
                    "No column names a track: the positions were linked by linear assignment (largest step "
                            + protocol.linker().largestStep() + ")."));
        }
        if (unseen > 0) {
            findings.add(new Warning(
                    "missing-positions",
                    table.file() + ": " + unseen + " rows have neither x nor y: the cell was not seen there."));
        }
        return new RawTracks(table.file(), all, units, findings);
    }

    /** Rows below headers that go on for more than a line: there, no column of numbers begins with a digit. */
    private List<TextRow> rows(List<TidyColumn> numbers) {
        int header = 0;
        for (TextRow row :
                table.rows().subList(0, Math.min(MORE_HEADERS, table.rows().size()))) {
            if (numbers.stream().anyMatch(column -> column.text(row).matches(NUMBER))) {
                break;
            }
            header++;
        }
        return table.rows().subList(header, table.rows().size());
    }

    /** The unit of a column: in its name, or in brackets in a line under the header. */
    private String unit(Found found, List<TextRow> rows) {
        if (!found.unit().isEmpty()) {
            return found.unit();
        }
        for (TextRow row : table.rows().subList(0, table.rows().size() - rows.size())) {
            String text = found.column().text(row);
            if (text.startsWith("(") && text.endsWith(")")) {
                return text;
            }
        }
        return "";
    }

    /** Imaris states the unit of the positions in a column of its own. */
    private OptionalDouble lengthUnit(Found x, List<TextRow> rows) {
        OptionalDouble own = RawUnits.length(unit(x, rows));
        return own.isPresent() || !x.unit().isEmpty()
                ? own
                : table.column("Unit")
                        .flatMap(column -> rows.stream().findFirst().map(column::text))
                        .map(RawUnits::length)
                        .orElse(own);
    }

    /** TrackMate's tables of edges and of tracks lie beside that of the spots, and hold no positions. */
    private boolean isOtherTrackMateTable() {
        boolean isOther = table.column("SPOT_SOURCE_ID").isPresent()
                || table.column("TRACK_DURATION").isPresent();
        if (isOther) {
            faults.add(
                    table.file(),
                    "header",
                    "this is TrackMate's table of "
                            + (table.column("SPOT_SOURCE_ID").isPresent() ? "edges" : "tracks")
                            + ", which holds no positions",
                    "give its table of spots, or the session");
        }
        return isOther;
    }

    private Optional<RawPosition> position(TextRow row, Found time, Found x, Found y, Optional<Found> z) {
        OptionalDouble t = number(row, time.column());
        OptionalDouble px = number(row, x.column());
        OptionalDouble py = number(row, y.column());
        OptionalDouble pz =
                z.isPresent() && !NumberText.isMissing(z.get().column().text(row))
                        ? number(row, z.get().column())
                        : OptionalDouble.of(0);
        return t.isPresent() && px.isPresent() && py.isPresent() && pz.isPresent()
                ? Optional.of(new RawPosition(t.getAsDouble(), px.getAsDouble(), py.getAsDouble(), pz.getAsDouble()))
                : Optional.empty();
    }

    private OptionalDouble number(TextRow row, TidyColumn column) {
        OptionalDouble number = column.number(row, faults);
        if (number.isPresent() && Math.abs(number.getAsDouble()) > TracksReader.LARGEST) {
            column.fault(row, column.text(row) + " is beyond what is computed with", "check the unit", faults);
            return OptionalDouble.empty();
        }
        return number;
    }

    private Map<String, String> facts(TextRow row) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String name : protocol.by()) {
            table.column(name).ifPresent(column -> facts.put(name, column.text(row)));
        }
        protocol.replicate()
                .flatMap(name -> table.column(name))
                .ifPresent(column -> facts.put(protocol.replicate().orElseThrow(), column.text(row)));
        return facts;
    }

    private Optional<Found> find(Optional<String> stated, TrackColumns kind, Predicate<TidyColumn> willDo) {
        return stated.isPresent() ? table.required(stated.get(), faults).map(Found::stated) : kind.find(table, willDo);
    }

    /** Whether a column tells times apart: trackers that were not told the interval write 0 beside the frames. */
    private boolean varies(TidyColumn column) {
        return table.rows().stream()
                        .map(column::text)
                        .filter(text -> text.matches(NUMBER))
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }

    private void require(Optional<Found> column, String what, String key) {
        if (column.isEmpty()) {
            faults.add(
                    table.file(),
                    "header",
                    "no column is named like " + what,
                    "state " + key + "=...; there are: "
                            + String.join(
                                    ", ",
                                    table.columns().stream()
                                            .map(TidyColumn::name)
                                            .toList()));
        }
    }
}
