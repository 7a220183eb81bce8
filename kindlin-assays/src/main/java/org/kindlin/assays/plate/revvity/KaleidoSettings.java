package org.kindlin.assays.plate.revvity;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;

/** How a Kaleido export was measured, from the sections below its results. */
final class KaleidoSettings {
    private static final List<String> END_OF_RESULTS = List.of(
            "Measurement Information",
            "Measurement Basic Information",
            "Platemap",
            "Instrument Information",
            "Analysis Result");
    private static final Pattern NANOMETRES = Pattern.compile("\\d{3,4}(?:[.,]\\d)?");

    private final Map<String, Map<String, String>> operations = new LinkedHashMap<>();
    private String date = "";

    private KaleidoSettings() {}

    static boolean isEndOfResults(TextRow row) {
        return END_OF_RESULTS.contains(row.cell(0))
                && row.withoutTrailingBlanks().size() == 1;
    }

    static KaleidoSettings of(TextTable table) {
        KaleidoSettings settings = new KaleidoSettings();
        String operation = "";
        for (TextRow row : table.rows()) {
            String key = row.cell(0).replaceFirst(":$", "");
            String value = row.cells().stream()
                    .skip(1)
                    .filter(cell -> !cell.isEmpty())
                    .findFirst()
                    .orElse("");
            if (key.equals("Operation") || key.equals("Tech")) {
                operation = value;
            } else if (key.equals("Measurement Started")
                    || (key.equals("Measurement Date") && settings.date.isEmpty())) {
                settings.date = value;
            }
            if (!operation.isEmpty()) {
                settings.operations
                        .computeIfAbsent(operation, name -> new HashMap<>())
                        .put(key, value);
            }
        }
        return settings;
    }

    String date() {
        return date;
    }

    /** The wavelengths of the operation that gave a result. */
    Wavelengths wavelengths(String result, DetectionMode mode) {
        Map<String, String> details = operations.getOrDefault(result, Map.of());
        Double excitation = nanometres(
                details, "Excitation Wavelength [nm]", "Excitation wavelength [nm]", "Excitation wavelength");
        Double emission =
                nanometres(details, "Emission Wavelength [nm]", "Emission wavelength [nm]", "Emission wavelength");
        return mode == DetectionMode.ABSORBANCE && emission == null
                ? new Wavelengths(null, excitation)
                : new Wavelengths(excitation, emission);
    }

    private static @Nullable Double nanometres(Map<String, String> details, String... names) {
        for (String name : names) {
            Matcher matcher = NANOMETRES.matcher(details.getOrDefault(name, ""));
            if (matcher.matches()) {
                return Double.valueOf(matcher.group().replace(',', '.'));
            }
        }
        return null;
    }
}
