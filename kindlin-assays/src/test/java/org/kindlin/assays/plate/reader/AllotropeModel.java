package org.kindlin.assays.plate.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The readings that another program (Allotropy of Benchling, Inc.) finds in a vendor's export, from its Allotrope Simple
 * Model of the file.
 *
 * @param measured by well as the model names it, in the order of the model: several where a well was read several times
 * @param calculated by the name of the result, in the order of the model
 */
record AllotropeModel(Map<String, List<Measurement>> measured, Map<String, List<Double>> calculated) {
    private static final List<String> MODES = List.of("absorbance", "fluorescence", "luminescence");

    /**
     * One reading.
     *
     * @param value 0 where there is an error
     * @param error what stands in the file where there is no number; empty where there is one
     * @param seconds of a kinetic measurement; empty for an end point
     * @param nanometres of the detection; empty where not stated
     * @param celsius empty where not stated
     */
    record Measurement(
            double value,
            Optional<String> error,
            Optional<Double> seconds,
            Optional<Double> nanometres,
            Optional<Double> celsius) {}

    static AllotropeModel of(String json) {
        Object document = Json.at(Json.parse(json), "plate reader aggregate document");
        Map<String, List<Measurement>> measured = new LinkedHashMap<>();
        for (Object plate : Json.list(document, "plate reader document")) {
            for (Object well : Json.list(plate, "measurement aggregate document", "measurement document")) {
                String name = (String) Json.at(well, "sample document", "location identifier");
                measured.computeIfAbsent(name, key -> new ArrayList<>()).addAll(measurements(well));
            }
        }
        Map<String, List<Double>> calculated = new LinkedHashMap<>();
        for (Object result : Json.list(document, "calculated data aggregate document", "calculated data document")) {
            calculated
                    .computeIfAbsent((String) Json.at(result, "calculated data name"), key -> new ArrayList<>())
                    .add((Double) Json.at(result, "calculated result", "value"));
        }
        return new AllotropeModel(measured, calculated);
    }

    int count() {
        return measured.values().stream().mapToInt(List::size).sum();
    }

    private static List<Measurement> measurements(Object well) {
        Object device = Json.list(well, "device control aggregate document", "device control document")
                .getFirst();
        Optional<Double> nanometres = number(Json.at(device, "detector wavelength setting", "value"));
        Optional<Double> celsius = number(Json.at(well, "compartment temperature", "value"));
        List<Measurement> found = new ArrayList<>();
        for (String mode : MODES) {
            number(Json.at(well, mode, "value"))
                    .ifPresent(value -> found.add(
                            new Measurement(value, error(well, mode), Optional.empty(), nanometres, celsius)));
        }
        Object data = Json.at(well, "absorption profile data cube", "data");
        List<?> times = Json.list(data, "dimensions");
        for (int i = 0; !times.isEmpty() && i < ((List<?>) times.getFirst()).size(); i++) {
            found.add(new Measurement(
                    (Double) ((List<?>) Json.list(data, "measures").getFirst()).get(i),
                    Optional.empty(),
                    number(((List<?>) times.getFirst()).get(i)),
                    nanometres,
                    celsius));
        }
        return found;
    }

    private static Optional<String> error(Object well, String mode) {
        return Json.list(well, "error aggregate document", "error document").stream()
                .filter(error -> ((String) Json.at(error, "error feature"))
                        .toLowerCase(Locale.ROOT)
                        .equals(mode))
                .map(error -> (String) Json.at(error, "error"))
                .findFirst();
    }

    private static Optional<Double> number(Object value) {
        return value instanceof Double number ? Optional.of(number) : Optional.empty();
    }
}
