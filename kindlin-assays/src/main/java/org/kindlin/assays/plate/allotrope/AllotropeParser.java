package org.kindlin.assays.plate.allotrope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.Reading;
import org.kindlin.fault.Findings;
import tools.jackson.databind.JsonNode;

/** Reads the tree of a document: every measurement, then what the reader's software calculated from them. */
final class AllotropeParser {
    private static final String NO_UNIT = "(unitless)";
    private final String file;
    private final Findings findings;
    private final Map<String, PlateAssembly> plates = new LinkedHashMap<>();
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();
    private final List<Measurement> all = new ArrayList<>();

    AllotropeParser(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    List<Plate> plates(JsonNode tree) {
        Optional<JsonNode> aggregate = JsonFields.member(tree, AllotropeReader.AGGREGATE);
        if (aggregate.isEmpty() || !aggregate.get().isObject()) {
            findings.fault(
                    "",
                    "is an Allotrope document of another technique: there is no '" + AllotropeReader.AGGREGATE + "'",
                    "give a document of the plate-reader manifest");
            return List.of();
        }
        List<JsonNode> documents = JsonFields.items(aggregate.get(), "plate reader document");
        MeasurementParser parser = new MeasurementParser(findings, Locations.of(documents));
        for (int i = 0; i < documents.size(); i++) {
            document(documents.get(i), "plate reader document " + (i + 1), parser);
        }
        JsonFields.member(aggregate.get(), "calculated data aggregate document")
                .ifPresent(calculated ->
                        JsonFields.items(calculated, "calculated data document").forEach(this::calculated));
        all.forEach(this::missing);
        return findings.faults().any() ? List.of() : built();
    }

    private List<Plate> built() {
        List<Plate> built = new ArrayList<>();
        plates.forEach((identifier, assembly) -> assembly.build()
                .ifPresentOrElse(
                        built::add,
                        () -> findings.fault(
                                "plate " + identifier,
                                "has a well beyond a 1536-well plate",
                                "mend its location identifier")));
        return findings.faults().any() ? List.of() : built;
    }

    private void document(JsonNode document, String place, MeasurementParser parser) {
        Optional<JsonNode> aggregate = JsonFields.member(document, "measurement aggregate document");
        if (aggregate.isEmpty()) {
            findings.fault(place, "has no 'measurement aggregate document'", "export the document again");
            return;
        }
        List<JsonNode> items = JsonFields.items(aggregate.get(), "measurement document");
        for (int i = 0; i < items.size(); i++) {
            parser.parse(items.get(i), place + ", measurement document " + (i + 1))
                    .ifPresent(measurement -> add(measurement, aggregate.get()));
        }
    }

    private void add(Measurement measurement, JsonNode aggregate) {
        plates.computeIfAbsent(measurement.plate(), _ -> assembly(measurement.exportedPlate(), aggregate))
                .add(measurement);
        all.add(measurement);
        measurements.putIfAbsent(measurement.identifier(), measurement);
    }

    private PlateAssembly assembly(String identifier, JsonNode aggregate) {
        Double count = JsonFields.quantity(aggregate, "plate well count");
        Optional<PlateFormat> format = count == null || count != Math.rint(count) || count > 1536
                ? Optional.empty()
                : PlateFormat.ofSize(count.intValue());
        String own = JsonFields.member(aggregate, "custom information document")
                .map(custom -> JsonFields.text(custom, CustomFields.DATE))
                .orElse("");
        String time = JsonFields.text(aggregate, "measurement time");
        String stated = time.equals(MeasurementTime.NOT_STATED) ? "" : time;
        return new PlateAssembly(file, identifier, own.isEmpty() ? stated : own, format);
    }

    /** A calculated value of one well has one measurement among its sources; those of several wells belong to none. */
    private void calculated(JsonNode document) {
        List<Measurement> sources = JsonFields.member(document, "data source aggregate document").stream()
                .flatMap(aggregate -> JsonFields.items(aggregate, "data source document").stream())
                .flatMap(source -> measured(JsonFields.text(source, "data source identifier")).stream())
                .distinct()
                .toList();
        Double number = JsonFields.quantity(document, "calculated result");
        if (sources.size() == 1 && number != null) {
            Measurement source = sources.getFirst();
            String unit = JsonFields.member(document, "calculated result")
                    .map(result -> JsonFields.text(result, "unit"))
                    .orElse("");
            String name = JsonFields.text(document, "calculated data name");
            assemblyOf(source).add(source, name, unit.equals(NO_UNIT) ? "" : unit, new Reading.Measured(number));
        }
    }

    private void missing(Measurement measurement) {
        measurement
                .otherErrors()
                .forEach((name, reading) -> assemblyOf(measurement).addMissing(measurement, name, reading));
    }

    private Optional<Measurement> measured(String identifier) {
        return Optional.ofNullable(measurements.get(identifier));
    }

    private PlateAssembly assemblyOf(Measurement measurement) {
        return Objects.requireNonNull(plates.get(measurement.plate()), "a measurement was added to its plate");
    }
}
