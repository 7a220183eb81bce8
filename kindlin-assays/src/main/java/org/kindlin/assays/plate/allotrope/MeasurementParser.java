package org.kindlin.assays.plate.allotrope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.allotrope.Measurement.Point;
import org.kindlin.assays.plate.format.ReadingText;
import org.kindlin.assays.text.DecimalMark;
import org.kindlin.fault.Findings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads measurement documents. */
final class MeasurementParser {
    /** What the reference converter writes where an export holds no value. */
    private static final String NOT_REPORTED = "not reported";

    private final Findings findings;
    private final Locations locations;

    MeasurementParser(Findings findings, Locations locations) {
        this.findings = findings;
        this.locations = locations;
    }

    /** The measurement; empty where a fault was added, or where it holds none of the optical features. */
    Optional<Measurement> parse(JsonNode document, String place) {
        JsonNode sample = member(document, "sample document");
        String text = Locations.of(document);
        Optional<WellAddress> well = locations.well(text);
        if (well.isEmpty()) {
            findings.fault(place, "location identifier '" + text + "' is no well", "write wells as A1 to AF48");
            return Optional.empty();
        }
        return values(document, place).map(values -> measurement(document, sample, well.get(), values));
    }

    /** The values of a document with what they are. */
    private record Values(Feature feature, String unit, List<Point> points) {}

    private Measurement measurement(JsonNode document, JsonNode sample, WellAddress well, Values values) {
        JsonNode control =
                JsonFields.items(member(document, "device control aggregate document"), "device control document")
                        .stream()
                        .findFirst()
                        .orElseGet(JsonNodeFactory.instance::objectNode);
        JsonNode own = member(control, "custom information document");
        DetectionMode mode = values.feature().mode(JsonFields.text(control, "detection type"));
        Wavelengths wavelengths = new Wavelengths(
                JsonFields.quantity(control, "excitation wavelength setting"),
                JsonFields.quantity(control, "detector wavelength setting"));
        String plate = JsonFields.text(sample, "well plate identifier");
        String stated = JsonFields.text(own, CustomFields.LABEL);
        String unit = JsonFields.member(own, CustomFields.UNIT)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .orElse(values.unit());
        return new Measurement(
                JsonFields.text(document, "measurement identifier"),
                plate,
                JsonFields.member(member(sample, "custom information document"), CustomFields.PLATE)
                        .map(JsonNode::asString)
                        .orElse(plate),
                well,
                stated.isEmpty() ? label(values.feature(), wavelengths) : stated,
                mode,
                unit,
                wavelengths,
                JsonFields.quantity(document, "compartment temperature"),
                JsonFields.text(own, CustomFields.CALCULATED).equals("true"),
                values.points(),
                otherErrors(document, values.feature()));
    }

    /** {@code Fluorescence (580/620)}: the words that vendors' labels are read from. */
    private static String label(Feature feature, Wavelengths wavelengths) {
        String name = feature.field().substring(0, 1).toUpperCase(Locale.ROOT)
                + feature.field().substring(1);
        Double detection = wavelengths.detection();
        Double excitation = wavelengths.excitation();
        if (detection == null) {
            return name;
        }
        return name + " (" + (excitation == null ? "" : plain(excitation) + "/") + plain(detection) + ")";
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private Optional<Values> values(JsonNode document, String place) {
        for (Feature feature : Feature.values()) {
            Optional<JsonNode> value = JsonFields.member(document, feature.field());
            Optional<Reading> error = error(document, feature);
            if (value.isPresent() || error.isPresent()) {
                Reading reading = error.orElseGet(
                        () -> value.map(MeasurementParser::reading).orElse(Reading.empty()));
                String unit =
                        value.map(quantity -> JsonFields.text(quantity, "unit")).orElse(feature.unit());
                return Optional.of(
                        new Values(feature, unit, List.of(new Point(Optional.empty(), Optional.empty(), reading))));
            }
        }
        return cube(document, place);
    }

    private Optional<Values> cube(JsonNode document, String place) {
        return document.propertyStream()
                .filter(property -> property.getKey().endsWith(" data cube"))
                .flatMap(property -> new DataCube(property.getValue(), errors(document)).values().stream())
                .findFirst()
                .map(found -> new Values(found.feature(), found.unit(), found.points()))
                .or(() -> {
                    findings.note(
                            "measurements-passed-over",
                            place + " and perhaps others hold no absorbance, fluorescence or luminescence");
                    return Optional.empty();
                });
    }

    private static Reading reading(JsonNode quantity) {
        JsonNode value = quantity.isObject() ? member(quantity, "value") : quantity;
        if (value.isNumber()) {
            double number = value.doubleValue();
            return Double.isFinite(number) ? new Reading.Measured(number) : new Reading.Invalid(value.asString());
        }
        return value.isString() ? ReadingText.parse(value.stringValue(), DecimalMark.POINT) : Reading.empty();
    }

    /** Why the value of a feature is missing, where the document says so: its value is then a stand-in. */
    private static Optional<Reading> error(JsonNode document, Feature feature) {
        return errors(document).entrySet().stream()
                .filter(error ->
                        Feature.named(error.getKey()).filter(feature::equals).isPresent())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<String, Reading> otherErrors(JsonNode document, Feature feature) {
        Map<String, Reading> others = errors(document);
        others.keySet()
                .removeIf(name -> Feature.named(name).filter(feature::equals).isPresent());
        return others;
    }

    private static Map<String, Reading> errors(JsonNode document) {
        Map<String, Reading> errors = new LinkedHashMap<>();
        for (JsonNode error : JsonFields.items(member(document, "error aggregate document"), "error document")) {
            errors.putIfAbsent(JsonFields.text(error, "error feature"), missing(JsonFields.text(error, "error")));
        }
        return errors;
    }

    private static Reading missing(String text) {
        if (text.toLowerCase(Locale.ROOT).equals(NOT_REPORTED)) {
            return Reading.empty();
        }
        Reading reading = ReadingText.parse(text, DecimalMark.POINT);
        return reading instanceof Reading.Measured ? new Reading.Invalid(text) : reading;
    }

    private static JsonNode member(JsonNode node, String name) {
        return JsonFields.member(node, name).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** A profile over time or a spectrum. */
    private record DataCube(JsonNode node, Map<String, Reading> errors) {
        Optional<Values> values() {
            JsonNode structure = member(node, "cube-structure");
            List<JsonNode> measures = JsonFields.items(structure, "measures");
            List<JsonNode> dimensions = JsonFields.items(structure, "dimensions");
            if (measures.size() != 1 || dimensions.size() != 1) {
                return Optional.empty();
            }
            String concept = JsonFields.text(dimensions.getFirst(), "concept");
            boolean time = concept.equals("elapsed time");
            if (!time && !concept.equals("wavelength")) {
                return Optional.empty();
            }
            return Feature.named(JsonFields.text(measures.getFirst(), "concept"))
                    .map(feature ->
                            new Values(feature, JsonFields.text(measures.getFirst(), "unit"), points(feature, time)));
        }

        private List<Point> points(Feature feature, boolean time) {
            JsonNode data = member(node, "data");
            List<JsonNode> at = first(data, "dimensions");
            List<JsonNode> values = first(data, "measures");
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < Math.min(at.size(), values.size()); i++) {
                Optional<Double> where = finite(at.get(i));
                Reading reading = where.flatMap(when -> Optional.ofNullable(errors.get(CustomFields.at(feature, when))))
                        .orElseGet(cell(values.get(i)));
                points.add(new Point(time ? where : Optional.empty(), time ? Optional.empty() : where, reading));
            }
            return points;
        }

        private static Supplier<Reading> cell(JsonNode value) {
            return () -> reading(value);
        }

        private static Optional<Double> finite(JsonNode node) {
            return node.isNumber() && Double.isFinite(node.doubleValue())
                    ? Optional.of(node.doubleValue())
                    : Optional.empty();
        }

        private static List<JsonNode> first(JsonNode data, String name) {
            @Nullable
            JsonNode first = JsonFields.items(data, name).stream().findFirst().orElse(null);
            return first == null ? List.of() : first.valueStream().toList();
        }
    }
}
