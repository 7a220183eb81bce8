package org.kindlin.assays.transwell;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.image.Components;
import org.kindlin.numerics.image.DistanceTransform;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.image.HillCount;
import org.kindlin.numerics.image.Otsu;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Counts cells: Otsu's threshold on the smoothed picture, then the hills of the smoothed distance to the background, one for each
 * cell of a clump, and {@link HiddenCells} by its area.
 */
final class CellCounter {
    private static final double SMOOTHING = 1;
    private static final double RISE = 0.02; // of a typical cell's radius
    private static final double LEAST_CONTRAST = 4; // threshold over noise, or nothing is there

    private CellCounter() {}

    /**
     * The cells of a field.
     *
     * @param tops middles of those that show a hill of their own
     * @param hidden number of those that only the area of their clump tells
     */
    record Cells(List<HillCount.Top> tops, int hidden, double radius, boolean isEmpty) {
        int number() {
            return tops.size() + hidden;
        }
    }

    static Cells count(ImagePlane plane, TranswellProtocol protocol) {
        int width = plane.width();
        int height = plane.height();
        float[] smooth = GaussianFilter.smooth(signal(plane, protocol.stain()), width, height, SMOOTHING, SMOOTHING);
        double threshold = Otsu.threshold(smooth);
        if (!standsOut(smooth, threshold)) {
            return new Cells(List.of(), 0, 0, true);
        }
        BitMask filled = filled(BitMask.above(smooth, width, height, threshold));
        float[] distance = GaussianFilter.smooth(DistanceTransform.of(filled), width, height, SMOOTHING, SMOOTHING);
        Components parts = filled.parts(true);
        double radius = typicalRadius(parts, distance);
        int least = (int) Math.ceil(protocol.leastArea() * Math.PI * radius * radius);
        List<HillCount.Top> tops = HillCount.of(distance, parts.atLeast(least), RISE * radius);
        return new Cells(tops, HiddenCells.count(parts, tops, least), radius, false);
    }

    private static float[] signal(ImagePlane plane, Stain stain) {
        float[] values = plane.values();
        if (stain == Stain.CRYSTAL_VIOLET || (stain == Stain.AUTO && isDarkOnLight(values))) {
            for (int i = 0; i < values.length; i++) {
                values[i] = -values[i];
            }
        }
        return values;
    }

    /** Cells cover the smaller part of a field. */
    private static boolean isDarkOnLight(float[] values) {
        double threshold = Otsu.threshold(values);
        int above = 0;
        for (float value : values) {
            above += value > threshold ? 1 : 0;
        }
        return above > values.length / 2;
    }

    /** Whether both sides of the threshold differ by more than the scatter of the darker one. */
    private static boolean standsOut(float[] smooth, double threshold) {
        double[] inside = some(smooth, threshold, true);
        double[] outside = some(smooth, threshold, false);
        if (inside.length == 0 || outside.length < 2) {
            return false;
        }
        double scatter = Math.max(1e-9, Descriptive.scaledMad(outside));
        return Descriptive.median(inside) - Descriptive.median(outside) > LEAST_CONTRAST * scatter;
    }

    private static double[] some(float[] values, double threshold, boolean isAbove) {
        int count = 0;
        double[] some = new double[values.length];
        for (float value : values) {
            if (value > threshold == isAbove) {
                some[count++] = value;
            }
        }
        return java.util.Arrays.copyOf(some, count);
    }

    /** Without holes: a nucleolus or a bright spot within a stained cell. */
    private static BitMask filled(BitMask mask) {
        Components outside = mask.not().parts(false);
        int largest = outside.largest();
        boolean[] atBorder = outside.atBorder();
        return mask.or(outside.where(part -> !atBorder[part] && outside.size()[part] < largest));
    }

    private static double typicalRadius(Components parts, float[] distance) {
        double[] deepest = new double[parts.count() + 1];
        for (int i = 0; i < distance.length; i++) {
            int part = parts.label()[i];
            deepest[part] = Math.max(deepest[part], distance[i]);
        }
        List<Double> radii = new ArrayList<>();
        for (int part = 1; part <= parts.count(); part++) {
            radii.add(deepest[part]);
        }
        return Descriptive.median(
                radii.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
