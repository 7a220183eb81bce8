package org.kindlin.assays.transwell;

import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.result.Warning;

/**
 * Fields of view, or absorbances, of inserts.
 *
 * @param isAbsorbance whether readings are absorbances instead of pictures
 */
public record TranswellData(List<Field> fields, List<Reading> readings, boolean isAbsorbance, List<Warning> findings) {
    private static final double MICROMETRES = 1000; // of a millimetre

    public TranswellData {
        fields = List.copyOf(fields);
        readings = List.copyOf(readings);
        findings = List.copyOf(findings);
    }

    /**
     * One picture of an insert's membrane.
     *
     * @param pixelSize micrometres; empty where the picture does not say
     */
    public record Field(String path, String name, ImagePlane plane, OptionalDouble pixelSize, Insert insert) {
        /** Square millimetres. */
        OptionalDouble area() {
            double size = pixelSize.orElse(0) / MICROMETRES;
            return size > 0 ? OptionalDouble.of(size * size * plane.width() * plane.height()) : OptionalDouble.empty();
        }
    }

    /** One absorbance of an insert's eluate. */
    public record Reading(String path, String place, double value, Insert insert) {}
}
