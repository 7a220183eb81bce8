package org.kindlin.lab.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.text.CsvText;

/**
 * What a reader measured with one setting: an end point, or the points of a kinetic measurement in order.
 *
 * @param points at least one
 */
record Measurement(List<PlateRead> points) {

    Measurement {
        points = List.copyOf(points);
    }

    private record Setting(String label, DetectionMode mode, Wavelengths wavelengths) {}

    /** The measurements of a plate, in order. */
    static List<Measurement> of(Plate plate) {
        Map<Setting, List<PlateRead>> settings = new LinkedHashMap<>();
        plate.reads()
                .forEach(read -> settings.computeIfAbsent(
                                new Setting(read.label(), read.mode(), read.wavelengths()), _ -> new ArrayList<>())
                        .add(read));
        return settings.values().stream().map(Measurement::new).toList();
    }

    PlateRead first() {
        return points.getFirst();
    }

    DetectionMode mode() {
        return first().mode();
    }

    boolean isKinetic() {
        return first().seconds() != null;
    }

    /** The time of a point in seconds; zero where there is none. */
    static double seconds(PlateRead point) {
        Double seconds = point.seconds();
        return seconds == null ? 0 : seconds;
    }

    /** Wavelength of the light source in nm; empty where there is none. */
    String excitation() {
        Double excitation = first().wavelengths().excitation();
        return excitation == null ? "" : CsvText.number(excitation);
    }

    /** Wavelength of the detector in nm; empty where there is none. */
    String detection() {
        Double detection = first().wavelengths().detection();
        return detection == null ? "" : CsvText.number(detection);
    }

    /** {@code 570}, {@code 355/460}, or what stands for no wavelength. */
    String optics(String between, String none) {
        String exciting = excitation().isEmpty() ? "" : excitation() + between;
        return detection().isEmpty() ? none : exciting + detection();
    }

    /** The detection as software titles it: {@code Absorbance}. */
    String title() {
        return switch (mode()) {
            case LUMINESCENCE -> "Luminescence";
            case FLUORESCENCE -> "Fluorescence";
            case FLUORESCENCE_POLARIZATION -> "Fluorescence Polarization";
            case TIME_RESOLVED_FLUORESCENCE -> "Time Resolved Fluorescence";
            case ALPHA -> "AlphaScreen";
            case ABSORBANCE -> "Absorbance";
            case UNKNOWN -> "";
        };
    }
}
