package org.kindlin.assays.plate.revvity;

import java.util.Locale;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.format.ReadLabel;
import org.kindlin.assays.text.TextRow;

/**
 * What a "Plate information" section says of the grid it belongs to.
 *
 * @param plate number of the plate in the run
 * @param barcode empty where not read
 * @param repeat number of the assay repeat
 * @param label name of the measurement; empty for a calculated grid
 * @param formula what was calculated; empty for a measured grid
 * @param detector the instrument's description, such as {@code De=USLum Ex=N/A Em=N/A}
 * @param date of the measurement, as the file writes it
 */
public record EnVisionSection(
        String plate, String barcode, String repeat, String label, String formula, String detector, String date) {

    /** The section that stands above a grid without one. */
    static final EnVisionSection NONE = new EnVisionSection("1", "", "1", "", "", "", "");

    static boolean isPlateHeader(TextRow row) {
        return row.cell(0).equals("Plate") && row.cells().contains("Measurement date");
    }

    static EnVisionSection of(TextRow header, TextRow values) {
        return new EnVisionSection(
                value(header, values, "Plate"),
                barcode(value(header, values, "Barcode")),
                value(header, values, "Repeat"),
                value(header, values, "Label"),
                value(header, values, "Formula"),
                value(header, values, "Measinfo"),
                value(header, values, "Measurement date"));
    }

    private static String value(TextRow header, TextRow values, String name) {
        for (int i = 0; i < header.cells().size(); i++) {
            if (header.cell(i).equalsIgnoreCase(name)) {
                return values.cell(i);
            }
        }
        return "";
    }

    private static String barcode(String text) {
        return text.equals("N/A") || text.equals("=\"") ? "" : text;
    }

    /** What the plate is called: its barcode, else its number. */
    String identifier() {
        return barcode.isEmpty() ? plate : barcode;
    }

    boolean calculated() {
        return label.isEmpty() && !formula.isEmpty();
    }

    /** The mode that detector and label name; an emission filter alone does not tell one. */
    DetectionMode mode(String title) {
        String words = detector.toLowerCase(Locale.ROOT);
        if (words.contains("uslum")) {
            return DetectionMode.LUMINESCENCE;
        }
        if (words.contains("de=abs")) {
            return DetectionMode.ABSORBANCE;
        }
        DetectionMode named = ReadLabel.mode((title + " " + label).strip());
        DetectionMode byLabel = named == DetectionMode.UNKNOWN ? ReadLabel.mode(label) : named;
        if (byLabel != DetectionMode.UNKNOWN) {
            return byLabel;
        }
        if (words.contains("ex=btm em=n/a") || words.contains("ex=top em=n/a")) {
            return DetectionMode.ABSORBANCE;
        }
        return words.contains("ex=top em=top") || words.contains("ex=btm em=btm") || words.contains("ex=btm em=top")
                ? DetectionMode.FLUORESCENCE
                : DetectionMode.UNKNOWN;
    }
}
