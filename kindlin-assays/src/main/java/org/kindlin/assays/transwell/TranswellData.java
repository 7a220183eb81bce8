package org.kindlin.assays.transwell;

import java.util.List;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.result.Warning;

/**
 * Fields of view, or absorbances, of inserts.
 *
 * @param isAbsorbance whether readings are absorbances instead of pictures
 */
public record TranswellData(List<Field> fields, List<Reading> readings, boolean isAbsorbance, List<Warning> findings) {
    public TranswellData {
        fields = List.copyOf(fields);
        readings = List.copyOf(readings);
        findings = List.copyOf(findings);
    }

    /** One picture of an insert's membrane. */
    public record Field(String path, String name, ImagePlane plane, Insert insert) {}

    /** One absorbance of an insert's eluate. */
    public record Reading(String path, String place, double value, Insert insert) {}
}
