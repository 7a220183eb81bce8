package org.kindlin.assays.transwell;

import java.util.List;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.image.Shrunk;

/**
 * Which way fields lean: cells are the rarer side of what a smooth ground leaves of them. All fields of an experiment are stained
 * alike; one that is empty leans by chance.
 *
 * @param ofFields skewness of each, above zero where cells are bright
 */
record Lean(List<Double> ofFields) {
    private static final double GROUND_PART = 8; // of the field's shorter side
    private static final double FINE = 6; // pixels of a standard deviation are enough for a smooth ground
    private static final double CLEAR = 1;

    Lean {
        ofFields = List.copyOf(ofFields);
    }

    static Lean of(List<ImagePlane> fields) {
        return new Lean(fields.stream().map(Lean::skewness).toList());
    }

    boolean isDark() {
        return ofFields.stream().mapToDouble(Double::doubleValue).sum() < 0;
    }

    /** Whether a field leans the other way, and not by chance. */
    boolean isContrary(int field) {
        double lean = ofFields.get(field);
        return Math.abs(lean) > CLEAR && lean < 0 != isDark();
    }

    private static double skewness(ImagePlane plane) {
        float[] values = plane.values();
        int width = plane.width();
        double sigma = Math.max(2, Math.min(width, plane.height()) / GROUND_PART);
        int factor = Math.max(1, (int) (sigma / FINE));
        Shrunk small = Shrunk.of(values, width, plane.height(), factor, factor);
        float[] ground =
                GaussianFilter.smooth(small.values(), small.width(), small.height(), sigma / factor, sigma / factor);
        double squares = 0;
        double cubes = 0;
        for (int y = 0; y < plane.height(); y++) {
            int row = Math.min(y / factor, small.height() - 1) * small.width();
            for (int x = 0; x < width; x++) {
                double rest = values[y * width + x] - ground[row + Math.min(x / factor, small.width() - 1)];
                squares += rest * rest;
                cubes += rest * rest * rest;
            }
        }
        double variance = squares / values.length;
        return variance > 0 ? cubes / values.length / Math.pow(variance, 1.5) : 0;
    }
}
