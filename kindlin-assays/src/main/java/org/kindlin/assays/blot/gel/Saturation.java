package org.kindlin.assays.blot.gel;

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
        float least = Float.POSITIVE_INFINITY;
        float most = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        Ends ends = Ends.of(values, least, most);
        return new Saturation(upper(ends, depth), lower(ends));
    }

    private static OptionalDouble upper(Ends ends, SampleDepth depth) {
        boolean isEnd =
                depth.ceiling().isPresent() && ends.most >= depth.ceiling().getAsDouble();
        double levels = Math.max(1, depth.kind() == SampleDepth.Kind.FLOAT ? 1 : NEAR * ends.range());
        boolean piles = ends.atMost >= PILE && ends.atMost > PILE_RATIO * ends.nearMost / Math.min(levels, 8);
        return ends.range() > 0 && (isEnd || piles) ? OptionalDouble.of(ends.most) : OptionalDouble.empty();
    }

    private static OptionalDouble lower(Ends ends) {
        boolean piles = ends.atLeast >= PILE && ends.atLeast > PILE_RATIO * Math.max(1, ends.nearLeast) / 8;
        return ends.range() > 0 && (ends.least == 0 || piles) ? OptionalDouble.of(ends.least) : OptionalDouble.empty();
    }

    /** How many pixels lie at the ends of the range that is used, and how many just within. */
    private record Ends(double least, double most, int atLeast, int nearLeast, int atMost, int nearMost) {
        static Ends of(float[] values, float least, float most) {
            double range = (double) most - least;
            double nearTop = most - NEAR * range;
            double nearBottom = least + NEAR * range;
            int[] count = new int[4];
            for (float value : values) {
                if (value <= nearBottom) {
                    count[value == least ? 0 : 1]++;
                }
                if (value >= nearTop) {
                    count[value == most ? 2 : 3]++;
                }
            }
            return new Ends(least, most, count[0], count[1], count[2], count[3]);
        }

        double range() {
            return most - least;
        }
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
