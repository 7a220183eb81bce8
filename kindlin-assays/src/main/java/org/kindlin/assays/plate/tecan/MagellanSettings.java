package org.kindlin.assays.plate.tecan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.format.ReadLabel;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;

/** How a Magellan list was measured, from the lines below it: one set of settings for each measurement. */
final class MagellanSettings {
    private static final Pattern DATE =
            Pattern.compile("Date of measurement: (.{1,40}?)/ ?Time of measurement: (.{1,40})");
    private static final Pattern NANOMETRES = Pattern.compile("(.{3,40}): (\\d{3,4}(?:\\.\\d)?) ?nm.*");
    private static final Pattern TEMPERATURE =
            Pattern.compile("Meas\\. temperature: (.{1,60}): (-?\\d{1,3}(?:[.,]\\d{1,2})?) ?°C");

    private final List<Measurement> measurements = new ArrayList<>();
    private final Map<String, Double> temperatures = new HashMap<>();
    private String date = "";

    /** One measurement; what is not stated is null, unknown or empty. */
    private record Measurement(
            DetectionMode mode,
            @Nullable Double excitation,
            @Nullable Double detection,
            String unit) {}

    private MagellanSettings() {}

    static MagellanSettings of(TextTable table) {
        MagellanSettings settings = new MagellanSettings();
        for (TextRow row : table.rows()) {
            String line = row.cell(0);
            if (!line.isEmpty() && line.length() < 200) {
                settings.take(line);
            }
        }
        return settings;
    }

    private void take(String line) {
        Matcher when = DATE.matcher(line);
        if (when.matches()) {
            date = when.group(1) + " " + when.group(2);
        }
        Matcher temperature = TEMPERATURE.matcher(line);
        if (temperature.matches()) {
            temperatures.put(
                    temperature.group(1), Double.valueOf(temperature.group(2).replace(',', '.')));
        }
        if (line.startsWith("Measurement mode:")) {
            measurements.add(new Measurement(ReadLabel.mode(line), null, null, ""));
        } else if (!measurements.isEmpty()) {
            measurements.set(measurements.size() - 1, detailed(measurements.getLast(), line));
        }
    }

    private static Measurement detailed(Measurement last, String line) {
        if (line.startsWith("Unit: ") && line.length() < 20) {
            return new Measurement(
                    last.mode(),
                    last.excitation(),
                    last.detection(),
                    line.substring(6).strip());
        }
        Matcher matcher = NANOMETRES.matcher(line);
        if (!matcher.matches()) {
            return last;
        }
        Double nanometres = Double.valueOf(matcher.group(2));
        return switch (matcher.group(1)) {
            case "Excitation wavelength" -> new Measurement(last.mode(), nanometres, last.detection(), last.unit());
            case "Measurement wavelength", "Emission wavelength" ->
                new Measurement(last.mode(), last.excitation(), nanometres, last.unit());
            default -> last;
        };
    }

    String date() {
        return date;
    }

    DetectionMode mode(int order) {
        return measurement(order).mode();
    }

    Wavelengths wavelengths(int order) {
        return new Wavelengths(
                measurement(order).excitation(), measurement(order).detection());
    }

    String unit(int order) {
        return measurement(order).unit();
    }

    @Nullable
    Double celsius(String label) {
        return temperatures.get(label);
    }

    private Measurement measurement(int order) {
        if (measurements.isEmpty()) {
            return new Measurement(DetectionMode.UNKNOWN, null, null, "");
        }
        return measurements.get(Math.clamp(order - 1L, 0, measurements.size() - 1));
    }
}
