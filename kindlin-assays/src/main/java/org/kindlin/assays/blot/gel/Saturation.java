package org.kindlin.assays.blot.gel;

import org.kindlin.assays.image.SampleDepth;

/**
 * Whether pixels on the side of the bands had nowhere to go: they lie at the end of the file's range, or at a value at which many
 * pile up although next to none lie just before it, as a camera of 12 bits in a file of 16 leaves behind.
 *
 * @param end the outermost value on that side
 * @param range of all values
 * @param atEnd pixels of that value
 * @param near pixels just within
 */
record Saturation(double end, double range, int atEnd, int near) {
    private static final int PILE = 12;
    private static final double PILE_RATIO = 4;
    private static final double NEAR = 0.02;

    static Saturation of(float[] values, Polarity polarity) {
        Extremes blocks = Extremes.of(values);
        boolean isDark = polarity == Polarity.DARK_BANDS;
        double range = (double) blocks.most() - blocks.least();
        float end = isDark ? blocks.least() : blocks.most();
        double limit = isDark ? end + NEAR * range : end - NEAR * range;
        int within = 0;
        int atEnd = 0;
        for (int block = 0; block < blocks.count(); block++) {
            if (isDark ? blocks.lowest()[block] > limit : blocks.highest()[block] < limit) {
                continue;
            }
            for (int i = blocks.from(block); i < blocks.from(block + 1); i++) {
                within += (isDark ? values[i] <= limit : values[i] >= limit) ? 1 : 0;
                atEnd += values[i] == end ? 1 : 0;
            }
        }
        return new Saturation(end, range, atEnd, within - atEnd);
    }

    private boolean isUpper(SampleDepth depth) {
        boolean isEnd = depth.ceiling().isPresent() && end >= depth.ceiling().getAsDouble();
        double levels = Math.max(1, depth.kind() == SampleDepth.Kind.FLOAT ? 1 : NEAR * range);
        boolean piles = atEnd >= PILE && atEnd > PILE_RATIO * near / Math.min(levels, 8);
        return range > 0 && (isEnd || piles);
    }

    private boolean isLower() {
        boolean piles = atEnd >= PILE && atEnd > PILE_RATIO * Math.max(1, near) / 8;
        return range > 0 && (end == 0 || piles);
    }

    /** The saturated pixels on the side where bands are; none is an empty array. */
    static boolean[] pixels(float[] values, SampleDepth depth, Polarity polarity) {
        Saturation saturation = of(values, polarity);
        if (!(polarity == Polarity.DARK_BANDS ? saturation.isLower() : saturation.isUpper(depth))) {
            return new boolean[0];
        }
        boolean[] saturated = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            saturated[i] = values[i] == saturation.end;
        }
        return saturated;
    }
}
