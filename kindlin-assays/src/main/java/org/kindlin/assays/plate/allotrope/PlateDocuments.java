package org.kindlin.assays.plate.allotrope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The documents of plates: one for each well, with a measurement document for each raw read or profile over time. */
final class PlateDocuments {
    private final ArrayNode wells = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode calculated = JsonNodeFactory.instance.arrayNode();
    private final Set<String> names = new HashSet<>();
    private int identifiers;

    /**
     * A plate's name in the document.
     *
     * @param unique among the plates of the document
     * @param exported as the export names it
     */
    record PlateName(String unique, String exported) {}

    ArrayNode plateReaderDocuments() {
        return wells;
    }

    /** The calculated values; empty where there are none. */
    Optional<ObjectNode> calculatedData() {
        if (calculated.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode aggregate = JsonNodeFactory.instance.objectNode();
        aggregate.set("calculated data document", calculated);
        return Optional.of(aggregate);
    }

    void add(Plate plate) {
        String name = plate.identifier();
        for (int i = 2; !names.add(name); i++) {
            name = (plate.identifier() + " #" + i).strip();
        }
        List<List<PlateRead>> measured = new ArrayList<>();
        List<PlateRead> derived = new ArrayList<>();
        Map<List<Object>, List<PlateRead>> series = new LinkedHashMap<>();
        for (PlateRead read : plate.reads()) {
            if (source(plate, read).isPresent()) {
                derived.add(read);
            } else if (read.seconds() == null) {
                measured.add(List.of(read));
            } else {
                series.computeIfAbsent(seriesOf(read), key -> {
                            List<PlateRead> points = new ArrayList<>();
                            measured.add(points);
                            return points;
                        })
                        .add(read);
            }
        }
        for (WellAddress well : wellsOf(plate)) {
            add(new PlateName(name, plate.identifier()), plate, well, measured, derived);
        }
    }

    /** The end-point read that a calculated one can refer to: of the same detection; empty where there is none. */
    private static Optional<PlateRead> source(Plate plate, PlateRead read) {
        return plate.reads().stream()
                .filter(raw -> read.calculated() && !raw.calculated())
                .filter(raw -> raw.seconds() == null && read.seconds() == null)
                .filter(raw -> raw.mode() == read.mode() && raw.wavelengths().equals(read.wavelengths()))
                .findFirst();
    }

    /** What reads over time have in common. */
    private static List<Object> seriesOf(PlateRead read) {
        return List.of(read.label(), read.mode(), read.unit(), read.wavelengths(), read.calculated());
    }

    private static SortedSet<WellAddress> wellsOf(Plate plate) {
        SortedSet<WellAddress> wells = new TreeSet<>();
        plate.reads().forEach(read -> wells.addAll(read.readings().keySet()));
        return wells;
    }

    private void add(
            PlateName name, Plate plate, WellAddress well, List<List<PlateRead>> measured, List<PlateRead> derived) {
        ObjectNode aggregate = wells.addObject().putObject("measurement aggregate document");
        aggregate.put("measurement time", MeasurementTime.of(plate.date()).orElse(MeasurementTime.NOT_STATED));
        aggregate
                .putObject("plate well count")
                .put("value", plate.format().size())
                .put("unit", "#");
        aggregate.put("container type", "well plate");
        if (!plate.date().isEmpty()) {
            aggregate.putObject("custom information document").put(CustomFields.DATE, plate.date());
        }
        ArrayNode documents = aggregate.putArray("measurement document");
        Map<PlateRead, MeasurementDocument> sources = new LinkedHashMap<>();
        for (List<PlateRead> reads : measured) {
            MeasurementDocument document = new MeasurementDocument(name, well, reads, nextIdentifier());
            documents.add(document.tree(errorsOf(plate, reads, derived, well)));
            sources.put(reads.getFirst(), document);
        }
        for (PlateRead read : derived) {
            MeasurementDocument document = source(plate, read)
                    .flatMap(raw -> Optional.ofNullable(sources.get(raw)))
                    .orElseThrow();
            if (read.at(well) instanceof Reading.Measured(double number)) {
                calculated(read, number, document.identifier());
            }
        }
    }

    /** What the export says instead of the calculated values that refer to a measurement. */
    private static Map<String, Reading> errorsOf(
            Plate plate, List<PlateRead> reads, List<PlateRead> derived, WellAddress well) {
        Map<String, Reading> errors = new LinkedHashMap<>();
        for (PlateRead read : derived) {
            Reading reading = read.at(well);
            boolean says = !(reading instanceof Reading.Measured || reading instanceof Reading.Empty);
            if (says && source(plate, read).filter(reads.getFirst()::equals).isPresent()) {
                errors.put(read.label(), reading);
            }
        }
        return errors;
    }

    private void calculated(PlateRead read, double number, String source) {
        ObjectNode document = calculated.addObject();
        document.put("calculated data identifier", nextIdentifier());
        document.put("calculated data name", read.label());
        document.putObject("calculated result")
                .put("value", number)
                .put("unit", read.unit().isEmpty() ? "(unitless)" : read.unit());
        document.putObject("data source aggregate document")
                .putArray("data source document")
                .addObject()
                .put("data source identifier", source)
                .put("data source feature", AllotropeWriter.featureOf(read).field());
    }

    private String nextIdentifier() {
        return "KINDLIN_" + identifiers++;
    }
}
