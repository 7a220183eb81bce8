package org.kindlin.assays.plate.tecan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.format.ReadLabel;
import org.kindlin.assays.text.TextRow;

/**
 * What i-control says of one label before its readings.
 *
 * @param label empty where not stated
 * @param mode how it was detected
 * @param excitation in nm; null where not stated
 * @param detection in nm; null where not stated
 * @param celsius temperature; null where not stated
 */
record IControlSettings(
        String label,
        DetectionMode mode,
        @Nullable Double excitation,
        @Nullable Double detection,
        @Nullable Double celsius) {
    static final IControlSettings NONE = new IControlSettings("", DetectionMode.UNKNOWN, null, null, null);

    private static final Pattern TEMPERATURE =
            Pattern.compile("Temperatur(?:e)?: ?(-?\\d{1,3}(?:[.,]\\d{1,2})?) ?°?C?", Pattern.CASE_INSENSITIVE);

    static IControlSettings labelled(String label) {
        return new IControlSettings(label, DetectionMode.UNKNOWN, null, null, null);
    }

    Wavelengths wavelengths() {
        return new Wavelengths(excitation, detection);
    }

    /** The settings with what a line adds to them. */
    IControlSettings with(TextRow row) {
        String value = row.cells().stream()
                .skip(1)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElse("");
        return switch (row.cell(0)) {
            case "Mode", "Modus", "Measurement mode:", "Measurement mode" -> with(ReadLabel.mode(value));
            case "Name", "Bezeichnung" ->
                label.isEmpty() ? new IControlSettings(value, mode, excitation, detection, celsius) : this;
            case "Wavelength",
                    "Measurement Wavelength",
                    "Measurement wavelength",
                    "Wellenlänge",
                    "Emission Wavelength",
                    "Emission wavelength",
                    "Emissionswellenlänge" -> new IControlSettings(label, mode, excitation, number(value), celsius);
            case "Excitation Wavelength", "Excitation wavelength", "Anregungswellenlänge" ->
                new IControlSettings(label, mode, number(value), detection, celsius);
            default ->
                temperature(row)
                        .map(there -> new IControlSettings(label, mode, excitation, detection, there))
                        .orElse(this);
        };
    }

    private IControlSettings with(DetectionMode named) {
        return new IControlSettings(label, named, excitation, detection, celsius);
    }

    private static Optional<Double> temperature(TextRow row) {
        return row.cells().stream()
                .filter(cell -> cell.length() < 40)
                .map(TEMPERATURE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Double.valueOf(matcher.group(1).replace(',', '.')))
                .findFirst();
    }

    private static @Nullable Double number(String text) {
        return text.matches("\\d{2,4}(?:[.,]\\d{1,2})?") ? Double.valueOf(text.replace(',', '.')) : null;
    }
}
