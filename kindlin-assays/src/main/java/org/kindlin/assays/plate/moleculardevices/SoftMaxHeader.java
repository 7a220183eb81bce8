package org.kindlin.assays.plate.moleculardevices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.text.TextRow;
import org.kindlin.fault.Findings;

/**
 * What the first line of a SoftMax Pro plate block says. Its cells stand in a fixed order, which for fluorescence has
 * one more cell before the data type and the excitation wavelengths behind the number of wells.
 *
 * @param name of the plate
 * @param byTime whether wells are columns ({@code TimeFormat}); in {@code PlateFormat} rows are plate rows
 * @param readType {@code Endpoint}, {@code Kinetic}, {@code Spectrum}, {@code Well Scan}
 * @param mode how it was detected
 * @param wavelengths of each read, in order; one that is not stated where the file states none
 * @param format size of the plate; null where not stated
 * @param firstRow zero-based plate row of the first line of values
 * @param rows plate rows that were read; 0 where not stated
 */
record SoftMaxHeader(
        String name,
        boolean byTime,
        String readType,
        DetectionMode mode,
        List<Wavelengths> wavelengths,
        @Nullable PlateFormat format,
        int firstRow,
        int rows) {
    private static final int MOST_WAVELENGTHS = 64;

    SoftMaxHeader {
        wavelengths = List.copyOf(wavelengths);
    }

    static boolean isHeader(TextRow row) {
        return row.cell(0).equals("Plate:") && row.cells().size() > 5;
    }

    static SoftMaxHeader of(TextRow row, Findings findings) {
        DetectionMode mode = mode(row.cell(5));
        int data = dataType(row);
        List<String> detection = numbers(row.cell(data + 9));
        List<String> excitation = mode == DetectionMode.ABSORBANCE ? List.of() : numbers(row.cell(data + 13));
        String format = row.cell(3);
        if (!format.equals("TimeFormat") && !format.equals("PlateFormat")) {
            findings.repaired(
                    "unknown-layout",
                    row.place(3),
                    "'" + format + "' is no layout of a plate block",
                    "read as PlateFormat");
        }
        int at = mode == DetectionMode.ABSORBANCE ? data + 13 : firstRowFromEnd(row);
        int first = at < 0 ? 1 : whole(row.cell(at));
        return new SoftMaxHeader(
                row.cell(1),
                format.equals("TimeFormat"),
                row.cell(4),
                mode,
                wavelengths(detection, excitation),
                PlateFormat.ofSize(whole(row.cell(data + 12))).orElse(null),
                Math.clamp(first - 1L, 0, PlateFormat.WELLS_1536.rows() - 1),
                at < 0 ? 0 : whole(row.cell(at + 1)));
    }

    boolean isKinetic() {
        return readType.equalsIgnoreCase("Kinetic");
    }

    boolean isSpectrum() {
        return readType.toLowerCase(Locale.ROOT).contains("spectrum");
    }

    /** The read at a place in the order of wavelengths; not stated beyond their number. */
    Wavelengths wavelengths(int group) {
        return group < wavelengths.size() ? wavelengths.get(group) : Wavelengths.NOT_STATED;
    }

    /** The cell that says Raw, Reduced or Both. */
    private static int dataType(TextRow row) {
        for (int i = 6; i < 9; i++) {
            if (List.of("Raw", "Reduced", "Both").contains(row.cell(i))) {
                return i;
            }
        }
        return 6;
    }

    private static DetectionMode mode(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("polar")) {
            return DetectionMode.FLUORESCENCE_POLARIZATION;
        }
        if (lower.contains("time resolved") || lower.contains("trf") || lower.contains("htrf")) {
            return DetectionMode.TIME_RESOLVED_FLUORESCENCE;
        }
        if (lower.contains("alpha")) {
            return DetectionMode.ALPHA;
        }
        if (lower.contains("fluor") || lower.contains("fret")) {
            return DetectionMode.FLUORESCENCE;
        }
        if (lower.contains("lum")) {
            return DetectionMode.LUMINESCENCE;
        }
        return lower.contains("abs") ? DetectionMode.ABSORBANCE : DetectionMode.UNKNOWN;
    }

    private static List<Wavelengths> wavelengths(List<String> detection, List<String> excitation) {
        List<Wavelengths> wavelengths = new ArrayList<>();
        for (int i = 0; i < detection.size(); i++) {
            Double exciting = i < excitation.size() ? Double.valueOf(excitation.get(i)) : null;
            wavelengths.add(new Wavelengths(exciting, Double.valueOf(detection.get(i))));
        }
        return wavelengths;
    }

    private static List<String> numbers(String cell) {
        List<String> numbers = new ArrayList<>();
        for (String word : cell.strip().split("\\s+", MOST_WAVELENGTHS)) {
            if (!word.matches("\\d{2,4}(?:\\.\\d{1,3})?")) {
                return numbers;
            }
            numbers.add(word);
        }
        return numbers;
    }

    /** Where the first row stands: the last two numbers of the line are it and the number of rows; -1 where they do not. */
    private static int firstRowFromEnd(TextRow row) {
        List<String> cells = row.withoutTrailingBlanks();
        for (int i = cells.size() - 1; i > 18; i--) {
            if (whole(cells.get(i)) > 0 && whole(cells.get(i - 1)) > 0) {
                return i - 1;
            }
        }
        return -1;
    }

    private static int whole(String cell) {
        return Optional.of(cell)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .orElse(0);
    }
}
