package org.kindlin.assays.plate.allotrope;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.plate.WellAddress;
import tools.jackson.databind.JsonNode;

/**
 * How a document writes its wells.
 *
 * @param lowerAfterUpper whether rows after Z are written as lower-case letters, as BMG's software does: where upper-case
 *     letters occur too, {@code e1} is AE01
 */
record Locations(boolean lowerAfterUpper) {

    static Locations of(List<JsonNode> plateReaderDocuments) {
        boolean upper = false;
        boolean lower = false;
        for (JsonNode document : plateReaderDocuments) {
            for (JsonNode measurement : measurements(document)) {
                String location = of(measurement);
                upper |= location.matches("[A-Z]\\d.*");
                lower |= location.matches("[a-z]\\d.*");
            }
        }
        return new Locations(upper && lower);
    }

    private static List<JsonNode> measurements(JsonNode document) {
        return JsonFields.member(document, "measurement aggregate document")
                .map(aggregate -> JsonFields.items(aggregate, "measurement document"))
                .orElse(List.of());
    }

    /** The location that a measurement document states; empty where it states none. */
    static String of(JsonNode measurement) {
        return JsonFields.member(measurement, "sample document")
                .map(sample -> {
                    String location = JsonFields.text(sample, "location identifier");
                    return location.isEmpty() ? JsonFields.text(sample, "well location identifier") : location;
                })
                .orElse("");
    }

    Optional<WellAddress> well(String location) {
        boolean afterZ = lowerAfterUpper && location.matches("[a-z]\\d.*");
        return WellAddress.parse(afterZ ? "A" + location.toUpperCase(Locale.ROOT) : location);
    }
}
