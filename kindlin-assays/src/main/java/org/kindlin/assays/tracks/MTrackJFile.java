package org.kindlin.assays.tracks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.tracks.RawTrack.RawPosition;
import org.kindlin.fault.Faults;

/**
 * Reads the data files of MTrackJ ({@code .mdf}): lines {@code Cluster n}, {@code Track n} and {@code Point n x y z t c}, x and y
 * in pixels, z and t as numbers of slices and frames from 1 on (E. Meijering, MTrackJ: Data File Format). Slices are no
 * length: z counts as time where a film was opened as a stack, and is left out otherwise.
 */
final class MTrackJFile {
    private static final String MAGIC = "MTrackJ ";
    private static final int POINT_CELLS = 6;
    private static final int MOST_FAULTS = 20;

    private record Point(double x, double y, double slice, double frame) {}

    private final RawFile file;
    private final Faults faults;
    private final Map<String, List<Point>> tracks = new LinkedHashMap<>();
    private final Map<String, String> clusterOf = new LinkedHashMap<>();
    private String cluster = "1";
    private String track = "";
    private int bad;

    private MTrackJFile(RawFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    static boolean isMTrackJ(RawFile file) {
        byte[] bytes = file.bytes();
        return bytes.length > MAGIC.length()
                && new String(bytes, 0, MAGIC.length(), StandardCharsets.ISO_8859_1).equals(MAGIC);
    }

    static Optional<RawTracks> read(RawFile file, Faults faults) {
        return new MTrackJFile(file, faults).read();
    }

    private Optional<RawTracks> read() {
        List<String> lines =
                new String(file.bytes(), StandardCharsets.ISO_8859_1).lines().toList();
        for (int i = 1; i < lines.size() && bad < MOST_FAULTS; i++) {
            line(lines.get(i).strip(), i + 1);
        }
        if (bad > 0) {
            return Optional.empty();
        }
        List<Warning> findings = new ArrayList<>();
        List<Point> all = tracks.values().stream().flatMap(List::stream).toList();
        boolean slicesVary = all.stream().mapToDouble(Point::slice).distinct().count() > 1;
        boolean framesVary = all.stream().mapToDouble(Point::frame).distinct().count() > 1;
        boolean isStack = slicesVary && !framesVary;
        if (slicesVary) {
            findings.add(new Warning(
                    isStack ? "slices-are-frames" : "slices-left-out",
                    file.path()
                            + (isStack
                                    ? ": all points are of one frame and of many slices: slices count as frames."
                                    : ": how far slices lie apart is not said: tracks are followed in the plane.")));
        }
        List<RawTrack> raw = new ArrayList<>();
        tracks.forEach((name, points) -> raw.add(new RawTrack(
                name,
                Map.of("cluster", clusterOf.getOrDefault(name, "")),
                points.stream()
                        .map(p -> new RawPosition(isStack ? p.slice() : p.frame(), p.x(), p.y(), 0))
                        .toList())));
        return Optional.of(new RawTracks(file.path(), raw, RawUnits.NONE, findings));
    }

    private void line(String line, int number) {
        String[] cells = line.split("\\s+", -1);
        switch (cells[0]) {
            case "Cluster" -> cluster = cells.length > 1 ? cells[1] : cluster;
            case "Track" -> {
                track = cluster + "." + (cells.length > 1 ? cells[1] : tracks.size() + 1);
                tracks.putIfAbsent(track, new ArrayList<>());
                clusterOf.putIfAbsent(track, cluster);
            }
            case "Point" -> point(cells, number);
            default -> {} // colours, display settings, the end
        }
    }

    private void point(String[] cells, int number) {
        List<Point> own = tracks.get(track);
        if (own == null || cells.length < POINT_CELLS) {
            fault(number, own == null ? "a point before any track" : "a point without x, y, z and t");
            return;
        }
        double[] values = new double[POINT_CELLS - 2];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = Double.parseDouble(cells[i + 2]);
            } catch (NumberFormatException e) {
                values[i] = Double.NaN; // told below, with numbers beyond what is computed with
            }
            if (!(Math.abs(values[i]) <= TracksReader.LARGEST)) {
                fault(number, "'" + cells[i + 2] + "' is no usable number");
                return;
            }
        }
        own.add(new Point(values[0], values[1], values[2], values[3]));
    }

    private void fault(int line, String problem) {
        bad++;
        faults.add(file.path(), "line " + line, problem, "save it again from MTrackJ");
    }
}
