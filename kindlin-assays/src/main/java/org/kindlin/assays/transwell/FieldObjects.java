package org.kindlin.assays.transwell;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kindlin.numerics.image.BitMask;
import org.kindlin.numerics.image.Components;
import org.kindlin.numerics.image.DistanceTransform;
import org.kindlin.numerics.image.GaussianFilter;
import org.kindlin.numerics.image.HillCount;
import org.kindlin.numerics.image.Otsu;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Everything that stands out of a field, cell or not: Otsu's threshold, then the hills of the smoothed distance to the background, one
 * for each thing of a clump.
 *
 * @param things hills, from the highest
 * @param areas pixels of each part of the field that stands out, from index 1
 * @param isCut whether the field's border cuts it
 */
record FieldObjects(List<Thing> things, int[] areas, boolean[] isCut) {
    private static final double SMOOTHING = 1;
    private static final double RISE = 0.02; // of a typical thing's radius
    private static final double LEAST_CONTRAST = 4; // threshold over noise, or nothing is there
    private static final double NOISE = 6;
    private static final double FAINT = 0.2; // of the threshold
    private static final float HALF = 0.5f;
    private static final double HAZE = 6; // radii of things: haze is wider than that
    private static final double WIDE = 2; // radii of clear things
    private static final double NEAR = 0.7; // of the radius of the ground that was taken first

    private static final FieldObjects NONE = new FieldObjects(List.of(), new int[1], new boolean[1]);

    /**
     * A hill.
     *
     * @param part that it belongs to
     * @param radius from its top to the background in pixels
     * @param level of signal at its top
     * @param size logarithm of its area, of dark stain times the level, up to a constant: pores are as large as small cells, and
     *     paler; the level of fluorescence is that of its exposure
     */
    record Thing(HillCount.Top top, int part, double radius, double level, double size) {
        double area() {
            return Math.PI * radius * radius;
        }
    }

    static FieldObjects of(FlatField field) {
        return found(field.isDark() ? field : withoutHaze(field));
    }

    /** The light of things out of focus, which is no broader than a few cells. */
    private static FlatField withoutHaze(FlatField field) {
        double radius = HAZE * typicalRadius(found(field).things);
        return radius > 0 && radius < NEAR * field.groundRadius() ? field.above(radius) : field;
    }

    private static FieldObjects found(FlatField flat) {
        int width = flat.width();
        int height = flat.height();
        double threshold = Otsu.threshold(flat.values());
        if (!standsOut(flat.values(), threshold)) {
            return NONE;
        }
        BitMask filled = filled(outlines(flat, threshold));
        float[] distance = GaussianFilter.smooth(DistanceTransform.of(filled), width, height, SMOOTHING, SMOOTHING);
        Components parts = filled.parts(true);
        float[] level = GaussianFilter.smooth(flat.values(), width, height, SMOOTHING, SMOOTHING);
        List<Thing> things = HillCount.of(distance, filled, RISE * typicalDepth(parts, distance)).stream()
                .map(top -> thing(top, parts, level, flat.isDark()))
                .toList();
        return new FieldObjects(withoutHaze(things, threshold), parts.size(), cutByBorder(parts));
    }

    /** Parts that are faint throughout and far wider than what is clear are light of no thing. */
    private static List<Thing> withoutHaze(List<Thing> things, double threshold) {
        List<Thing> clear =
                things.stream().filter(thing -> thing.level() > threshold).toList();
        double widest = WIDE * typicalRadius(clear);
        Set<Integer> haze = things.stream()
                .filter(thing -> thing.radius() > widest)
                .map(Thing::part)
                .collect(Collectors.toSet());
        clear.forEach(thing -> haze.remove(thing.part()));
        return things.stream().filter(thing -> !haze.contains(thing.part())).toList();
    }

    /** What is above the threshold, and of faint parts of the field that do not reach it what is above half of their own height. */
    private static BitMask outlines(FlatField flat, double threshold) {
        float[] values = flat.values();
        BitMask clear = BitMask.above(values, flat.width(), flat.height(), threshold);
        double faint = Math.max(NOISE * flat.noise(), FAINT * threshold);
        if (faint >= threshold) {
            return clear;
        }
        Components parts =
                BitMask.above(values, flat.width(), flat.height(), faint).parts(true);
        float[] highest = new float[parts.count() + 1];
        for (int i = 0; i < values.length; i++) {
            int part = parts.label()[i];
            highest[part] = Math.max(highest[part], values[i]);
        }
        float[] above = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            float top = highest[parts.label()[i]];
            above[i] = top > threshold ? 0 : values[i] - HALF * top;
        }
        return clear.or(BitMask.above(above, flat.width(), flat.height(), 0).and(parts.where(part -> true)));
    }

    private static Thing thing(HillCount.Top top, Components parts, float[] levels, boolean isDark) {
        int at = top.y() * parts.width() + top.x();
        double radius = top.height();
        double level = Math.max(Float.MIN_NORMAL, levels[at]);
        double size = Math.log(radius * radius * (isDark ? level : 1));
        return new Thing(top, parts.label()[at], radius, level, size);
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

    private static double typicalDepth(Components parts, float[] distance) {
        double[] deepest = new double[parts.count() + 1];
        for (int i = 0; i < distance.length; i++) {
            int part = parts.label()[i];
            deepest[part] = Math.max(deepest[part], distance[i]);
        }
        return Descriptive.median(IntStream.rangeClosed(1, parts.count())
                .mapToDouble(part -> deepest[part])
                .toArray());
    }

    /** The radius of which half of all that stands out is made; 0 where nothing is. */
    static double typicalRadius(List<Thing> things) {
        double[] sorted = things.stream().mapToDouble(Thing::radius).sorted().toArray();
        double all = 0;
        for (double radius : sorted) {
            all += radius * radius;
        }
        double sum = 0;
        for (double radius : sorted) {
            sum += radius * radius;
            if (sum >= all / 2) {
                return radius;
            }
        }
        return 0;
    }

    private static boolean[] cutByBorder(Components parts) {
        boolean[] isCut = new boolean[parts.count() + 1];
        int width = parts.width();
        int height = parts.height();
        int[] label = parts.label();
        for (int x = 0; x < width; x++) {
            isCut[label[x]] = true;
            isCut[label[(height - 1) * width + x]] = true;
        }
        for (int y = 0; y < height; y++) {
            isCut[label[y * width]] = true;
            isCut[label[y * width + width - 1]] = true;
        }
        return isCut;
    }
}
