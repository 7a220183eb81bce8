package org.kindlin.assays.tracks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.assays.tracks.RawTrack.RawPosition;
import org.kindlin.fault.Faults;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a biotracks data package (Cell Migration Standardisation Organisation): {@code dp.json} with the tables of objects
 * and of links that it names. All three are given as files of the analysis; each link is a track.
 */
final class BiotracksPackage {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxDocumentLength(1 << 22)
                            .maxStringLength(1 << 16)
                            .build())
                    .build())
            .build();

    private final RawFile json;
    private final Faults faults;

    private BiotracksPackage(RawFile json, Faults faults) {
        this.json = json;
        this.faults = faults;
    }

    static boolean isPackage(RawFile file) {
        byte[] bytes = file.bytes();
        int i = 0;
        while (i < Math.min(bytes.length, 16) && bytes[i] <= ' ' && bytes[i] >= 0) {
            i++;
        }
        return i < bytes.length && bytes[i] == '{';
    }

    /** A package with its tables, taken from the files given. */
    record Parts(RawTracks tracks, List<RawFile> used) {}

    static Optional<Parts> read(RawFile json, List<InputFile> files, Faults faults) {
        return new BiotracksPackage(json, faults).read(files);
    }

    private Optional<Parts> read(List<InputFile> files) {
        JsonNode root;
        try {
            root = MAPPER.readTree(json.bytes());
        } catch (JacksonException e) {
            faults.add(json.path(), "", "cannot be read as JSON", "give the dp.json of a biotracks package");
            return Optional.empty();
        }
        Optional<RawFile> objects = resource(root, "cmso_objects_table", files);
        Optional<RawFile> links = resource(root, "cmso_links_table", files);
        if (objects.isEmpty() || links.isEmpty()) {
            return Optional.empty();
        }
        Map<String, RawPosition> places = objects(objects.get());
        List<RawTrack> tracks = links(links.get(), places);
        RawUnits units = new RawUnits(
                RawUnits.length(root.path("cmso_space_unit").asString("")),
                RawUnits.time(root.path("cmso_time_unit").asString("")));
        return faults.any()
                ? Optional.empty()
                : Optional.of(new Parts(
                        new RawTracks(json.path(), tracks, units, List.of()), List.of(objects.get(), links.get())));
    }

    private Optional<RawFile> resource(JsonNode root, String name, List<InputFile> files) {
        String path = "";
        for (JsonNode one : root.path("resources")) {
            if (one.path("name").asString("").equals(name)) {
                path = one.path("path").asString("");
            }
        }
        if (path.isEmpty()) {
            faults.add(json.path(), "resources", "there is no " + name, "give the dp.json of a biotracks package");
            return Optional.empty();
        }
        String wanted = new RawFile(path, new byte[0]).name();
        Optional<RawFile> found = files.stream()
                .map(InputFile::data)
                .filter(file -> file.name().endsWith(wanted))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(json.path(), name, wanted + " is not among the files", "give it beside dp.json");
        }
        return found;
    }

    private Map<String, RawPosition> objects(RawFile file) {
        Map<String, RawPosition> places = new LinkedHashMap<>();
        TidyTable.read(file, faults).ifPresent(table -> {
            Optional<TidyColumn> id = table.required("cmso_object_id", faults);
            Optional<TidyColumn> frame = table.required("cmso_frame_id", faults);
            Optional<TidyColumn> x = table.required("cmso_x_coord", faults);
            Optional<TidyColumn> y = table.required("cmso_y_coord", faults);
            Optional<TidyColumn> z = table.column("cmso_z_coord");
            if (id.isPresent() && frame.isPresent() && x.isPresent() && y.isPresent()) {
                for (TextRow row : table.rows()) {
                    OptionalDouble t = usable(frame.get(), row);
                    OptionalDouble px = usable(x.get(), row);
                    OptionalDouble py = usable(y.get(), row);
                    OptionalDouble pz = z.isPresent() ? usable(z.get(), row) : OptionalDouble.of(0);
                    if (t.isPresent() && px.isPresent() && py.isPresent() && pz.isPresent()) {
                        places.put(
                                id.get().text(row),
                                new RawPosition(t.getAsDouble(), px.getAsDouble(), py.getAsDouble(), pz.getAsDouble()));
                    }
                }
            }
        });
        return places;
    }

    private OptionalDouble usable(TidyColumn column, TextRow row) {
        OptionalDouble number = column.number(row, faults);
        if (number.isPresent() && Math.abs(number.getAsDouble()) > TracksReader.LARGEST) {
            column.fault(row, column.text(row) + " is beyond what is computed with", "check the unit", faults);
            return OptionalDouble.empty();
        }
        return number;
    }

    private List<RawTrack> links(RawFile file, Map<String, RawPosition> places) {
        Map<String, List<RawPosition>> tracks = new LinkedHashMap<>();
        TidyTable.read(file, faults).ifPresent(table -> {
            Optional<TidyColumn> link = table.required("cmso_link_id", faults);
            Optional<TidyColumn> object = table.required("cmso_object_id", faults);
            if (link.isPresent() && object.isPresent()) {
                for (TextRow row : table.rows()) {
                    RawPosition place = places.get(object.get().text(row));
                    if (place == null) {
                        object.get()
                                .fault(
                                        row,
                                        "there is no object '" + object.get().text(row) + "'",
                                        "check both tables",
                                        faults);
                    } else {
                        tracks.computeIfAbsent(link.get().text(row), _ -> new ArrayList<>())
                                .add(place);
                    }
                }
            }
        });
        List<RawTrack> all = new ArrayList<>();
        tracks.forEach((name, positions) -> all.add(new RawTrack(name, Map.of(), positions)));
        return all;
    }
}
