package org.kindlin.assays.tracks;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.tracks.RawTrack.RawPosition;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.motion.TrackLinker;

/**
 * Reads the XML of TrackMate: a whole session, or the tracks it exports.
 *
 * <p>Document types are refused, so there are no entities to expand. Of a session, spots count that are visible, and tracks
 * that pass its filters; where it holds spots but no tracks, they are linked here. A track that branches is cut into pieces
 * without branches.
 */
final class TrackMateXml {
    private static final int DEEPEST = 64;
    private static final int MOST_SPOTS = 5_000_000;

    private final RawFile file;
    private final Faults faults;
    private final Map<String, RawPosition> spots = new LinkedHashMap<>();
    private final Map<String, Double> frames = new HashMap<>();
    private final Map<String, List<String[]>> edges = new LinkedHashMap<>();
    private final Map<String, String> trackNames = new HashMap<>();
    private final Set<String> kept = new HashSet<>();
    private final List<RawTrack> exported = new ArrayList<>();
    private final List<RawPosition> particle = new ArrayList<>();
    private final List<Warning> findings = new ArrayList<>();
    private String spaceUnit = "";
    private String timeUnit = "";
    private double frameInterval = 1;
    private String track = "";
    private boolean isExport;
    private boolean isSession;
    private boolean hasFilter;
    private boolean withTimes = true;

    private TrackMateXml(RawFile file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** Whether the file looks like XML. */
    static boolean isXml(RawFile file) {
        byte[] bytes = file.bytes();
        int i = 0;
        while (i < Math.min(bytes.length, 64) && (bytes[i] <= ' ' || bytes[i] > '~')) {
            i++;
        }
        return i < bytes.length && bytes[i] == '<';
    }

    static Optional<RawTracks> read(RawFile file, TrackLinker linker, Faults faults) {
        TrackMateXml reader = new TrackMateXml(file, faults);
        try {
            reader.parse();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            faults.add(file.path(), line > 0 ? "line " + line : "", "the XML is damaged or cut off", "export it again");
            return Optional.empty();
        } catch (UnreadableTracks e) {
            faults.add(file.path(), e.place, e.problem, "export it again from TrackMate");
            return Optional.empty();
        }
        return reader.result(linker);
    }

    /** What TrackMate never writes. */
    private static final class UnreadableTracks extends Exception {
        private static final long serialVersionUID = 1;
        final String place;
        final String problem;

        UnreadableTracks(String place, String problem) {
            super(problem);
            this.place = place;
            this.problem = problem;
        }
    }

    private void parse() throws XMLStreamException, UnreadableTracks {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(file.bytes()));
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableTracks(place(xml), "a document type or an entity, which no TrackMate file has");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > DEEPEST) {
                    throw new UnreadableTracks(place(xml), "elements nested deeper than " + DEEPEST);
                }
                start(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                end(xml.getLocalName());
            }
        }
    }

    private void start(XMLStreamReader xml) throws UnreadableTracks {
        switch (xml.getLocalName()) {
            case "Tracks" -> {
                isExport = true;
                spaceUnit = attribute(xml, "spaceUnits");
                timeUnit = attribute(xml, "timeUnits");
                frameInterval = numberOr0(xml, "frameInterval");
                if (frameInterval <= 0) {
                    frameInterval = 1;
                    withTimes = false;
                }
            }
            case "particle" -> particle.clear();
            case "detection" ->
                particle.add(new RawPosition(
                        number(xml, "t") * frameInterval, number(xml, "x"), number(xml, "y"), numberOr0(xml, "z")));
            case "Model" -> {
                isSession = true;
                spaceUnit = attribute(xml, "spatialunits");
                timeUnit = attribute(xml, "timeunits");
            }
            case "Spot" -> spot(xml);
            case "Track" -> {
                track = attribute(xml, "TRACK_ID");
                trackNames.put(track, attribute(xml, "name").isEmpty() ? track : attribute(xml, "name"));
                edges.put(track, new ArrayList<>());
            }
            case "Edge" -> {
                List<String[]> own = edges.get(track);
                if (own != null) {
                    own.add(new String[] {attribute(xml, "SPOT_SOURCE_ID"), attribute(xml, "SPOT_TARGET_ID")});
                }
            }
            case "FilteredTracks" -> hasFilter = true;
            case "TrackID" -> kept.add(attribute(xml, "TRACK_ID"));
            default -> {}
        }
    }

    private void end(String name) {
        if (name.equals("particle") && !particle.isEmpty()) {
            exported.add(new RawTrack(Integer.toString(exported.size() + 1), Map.of(), particle));
        }
    }

    private void spot(XMLStreamReader xml) throws UnreadableTracks {
        if (attribute(xml, "ID").isEmpty() || attribute(xml, "VISIBILITY").equals("0")) {
            return;
        }
        if (spots.size() >= MOST_SPOTS) {
            throw new UnreadableTracks(place(xml), "more than " + MOST_SPOTS + " spots");
        }
        boolean hasTime = !attribute(xml, "POSITION_T").isEmpty();
        withTimes &= hasTime;
        if (!attribute(xml, "FRAME").isEmpty()) {
            frames.put(attribute(xml, "ID"), number(xml, "FRAME"));
        }
        spots.put(
                attribute(xml, "ID"),
                new RawPosition(
                        number(xml, hasTime ? "POSITION_T" : "FRAME"),
                        number(xml, "POSITION_X"),
                        number(xml, "POSITION_Y"),
                        numberOr0(xml, "POSITION_Z")));
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }

    private static double numberOr0(XMLStreamReader xml, String name) throws UnreadableTracks {
        return attribute(xml, name).isEmpty() ? 0 : number(xml, name);
    }

    private static double number(XMLStreamReader xml, String name) throws UnreadableTracks {
        try {
            double number = Double.parseDouble(attribute(xml, name));
            if (Math.abs(number) <= TracksReader.LARGEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with numbers beyond what is computed with
        }
        throw new UnreadableTracks(
                place(xml), xml.getLocalName() + " has no usable " + name + ": '" + attribute(xml, name) + "'");
    }

    private static String place(XMLStreamReader xml) {
        return "line " + xml.getLocation().getLineNumber();
    }

    /** A film whose interval TrackMate was not told has the time 0 in every frame. */
    private void countFramesWhereTimeStands() {
        boolean stands = spots.values().stream()
                        .mapToDouble(RawPosition::time)
                        .distinct()
                        .limit(2)
                        .count()
                < 2;
        if (!spots.isEmpty() && stands && frames.keySet().containsAll(spots.keySet())) {
            withTimes = false;
            spots.replaceAll(
                    (id, spot) -> new RawPosition(frames.getOrDefault(id, spot.time()), spot.x(), spot.y(), spot.z()));
        }
    }

    private Optional<RawTracks> result(TrackLinker linker) {
        countFramesWhereTimeStands();
        RawUnits units =
                new RawUnits(RawUnits.length(spaceUnit), withTimes ? RawUnits.time(timeUnit) : OptionalDouble.empty());
        if (isExport) {
            return Optional.of(new RawTracks(file.path(), exported, units, findings));
        }
        if (!isSession) {
            faults.add(
                    file.path(), "", "this XML is not TrackMate's", "give a TrackMate session or its exported tracks");
            return Optional.empty();
        }
        List<RawTrack> tracks = new ArrayList<>();
        edges.forEach((id, own) -> {
            if (!hasFilter || kept.contains(id)) {
                tracks.addAll(branches(id, own));
            }
        });
        if (edges.isEmpty() && !spots.isEmpty()) {
            return linked(linker, units);
        }
        return Optional.of(new RawTracks(file.path(), tracks, units, findings));
    }

    private Optional<RawTracks> linked(TrackLinker linker, RawUnits units) {
        List<RawPosition> positions = List.copyOf(spots.values());
        if (!TracksReader.canLink(file.path(), positions, faults)) {
            return Optional.empty();
        }
        findings.add(new Warning(
                "linked-here",
                "The session holds " + spots.size()
                        + " spots but no tracks: they were linked by linear assignment (largest" + " step "
                        + linker.largestStep() + ", over gaps " + linker.largestGapStep() + ")."));
        return Optional.of(new RawTracks(file.path(), Detections.link(positions, linker), units, findings));
    }

    /** A track cut where it branches: each piece runs from a start or a branch to the next branch or an end. */
    private List<RawTrack> branches(String id, List<String[]> own) {
        Map<String, List<String>> next = new HashMap<>();
        Map<String, Integer> before = new HashMap<>();
        Set<String> all = new LinkedHashSet<>();
        for (String[] edge : own) {
            RawPosition source = spots.get(edge[0]);
            RawPosition target = spots.get(edge[1]);
            if (source == null || target == null || source.time() == target.time()) {
                continue;
            }
            boolean forward = source.time() < target.time();
            String from = forward ? edge[0] : edge[1];
            String to = forward ? edge[1] : edge[0];
            next.computeIfAbsent(from, _ -> new ArrayList<>()).add(to);
            before.merge(to, 1, Integer::sum);
            all.add(from);
            all.add(to);
        }
        List<List<String>> pieces = new ArrayList<>();
        for (String spot : all) {
            List<String> daughters = next.getOrDefault(spot, List.of());
            boolean begins = before.getOrDefault(spot, 0) != 1;
            boolean splits = daughters.size() > 1;
            if (begins || splits) {
                for (String daughter : daughters) {
                    pieces.add(piece(
                            begins && !splits ? spot : daughter, begins && !splits ? daughter : "", next, before));
                }
            }
        }
        String name = trackNames.getOrDefault(id, id);
        List<RawTrack> tracks = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            List<RawPosition> positions = pieces.get(i).stream()
                    .map(spot -> spots.get(spot))
                    .filter(Objects::nonNull)
                    .toList();
            tracks.add(new RawTrack(pieces.size() == 1 ? name : name + "." + (i + 1), Map.of(), positions));
        }
        if (pieces.size() > 1) {
            findings.add(new Warning(
                    "branching",
                    name + " branches or is interrupted by hidden spots, and was cut into " + pieces.size()
                            + " pieces."));
        }
        return tracks;
    }

    private static List<String> piece(
            String first, String second, Map<String, List<String>> next, Map<String, Integer> before) {
        List<String> piece = new ArrayList<>(List.of(first));
        String here = first;
        if (!second.isEmpty()) {
            if (before.getOrDefault(second, 0) != 1) {
                return piece;
            }
            piece.add(second);
            here = second;
        }
        List<String> following = next.getOrDefault(here, List.of());
        while (following.size() == 1 && before.getOrDefault(following.getFirst(), 0) == 1) {
            here = following.getFirst();
            piece.add(here);
            following = next.getOrDefault(here, List.of());
        }
        return piece;
    }
}
