package org.kindlin.assays.wound;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.kindlin.numerics.image.Components;

/**
 * How far a part of a mask reaches along a direction: line by line across it, and the median of these lines weighted by their
 * pixels. Corners that a frame cuts obliquely count as little as they should.
 *
 * @param cos of the direction
 * @param sin of the direction
 */
record Chords(int width, int height, double cos, double sin) {

    double of(Components parts, int part) {
        int shift = (int) Math.ceil(Math.hypot(width, height));
        double[] low = new double[2 * shift + 1];
        double[] high = new double[2 * shift + 1];
        int[] pixels = new int[2 * shift + 1];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        parts.visit(part, (y, first, last) -> {
            for (int x = first; x <= last; x++) {
                int line = shift + (int) Math.rint(y * cos - x * sin);
                double along = x * cos + y * sin;
                low[line] = Math.min(low[line], along);
                high[line] = Math.max(high[line], along);
                pixels[line]++;
            }
        });
        return median(low, high, pixels, parts.size()[part]);
    }

    private static double median(double[] low, double[] high, int[] pixels, int all) {
        Integer[] lines = IntStream.range(0, pixels.length)
                .filter(line -> pixels[line] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(line -> high[line] - low[line]))
                .toArray(Integer[]::new);
        int seen = 0;
        for (int line : lines) {
            seen += pixels[line];
            if (2 * seen >= all) {
                return high[line] - low[line] + 1;
            }
        }
        return 0;
    }
}
