package org.kindlin.assays.blot.gel;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.kindlin.assays.image.SampleDepth;

/**
 * At which value pixels had nowhere to go: the end of the file's range, or a value at which many pixels pile up although
 * next to none lie just before it, as a camera of 12 bits in a file of 16 leaves behind.
 *
 * @param high the upper end, where there is one
 * @param low the lower end
 */
record Saturation(OptionalDouble high, OptionalDouble low) {
    private static final int PILE = 12;
    private static final double PILE_RATIO = 4;
    private static final double NEAR = 0.02;

    static Saturation of(float[] values, SampleDepth depth) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Saturation(upper(sorted, depth), lower(sorted));
    }

    private static OptionalDouble upper(float[] sorted, SampleDepth depth) {
        double most = sorted[sorted.length - 1];
        boolean isEnd = depth.ceiling().isPresent() && most >= depth.ceiling().getAsDouble();
        double range = most - sorted[0];
        int atEnd = sorted.length - firstAtLeast(sorted, most);
        int near = sorted.length - atEnd - firstAtLeast(sorted, most - NEAR * range);
        double levels = Math.max(1, depth.kind() == SampleDepth.Kind.FLOAT ? 1 : NEAR * range);
        boolean piles = atEnd >= PILE && atEnd > PILE_RATIO * near / Math.min(levels, 8);
        return range > 0 && (isEnd || piles) ? OptionalDouble.of(most) : OptionalDouble.empty();
    }

    private static OptionalDouble lower(float[] sorted) {
        double least = sorted[0];
        double range = sorted[sorted.length - 1] - least;
        int atEnd = firstAbove(sorted, least);
        int near = firstAbove(sorted, least + NEAR * range) - atEnd;
        boolean piles = atEnd >= PILE && atEnd > PILE_RATIO * Math.max(1, near) / 8;
        return range > 0 && (least == 0 || piles) ? OptionalDouble.of(least) : OptionalDouble.empty();
    }

    private static int firstAtLeast(float[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = sorted[middle] < value;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }

    private static int firstAbove(float[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = sorted[middle] <= value;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }

    /** The saturated pixels on the side where bands are. */
    boolean[] pixels(float[] values, Polarity polarity) {
        OptionalDouble end = polarity == Polarity.DARK_BANDS ? low : high;
        if (end.isEmpty()) {
            return new boolean[0];
        }
        boolean[] saturated = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            saturated[i] = values[i] == end.getAsDouble();
        }
        return saturated;
    }
}
