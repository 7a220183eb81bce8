package org.kindlin.assays.event.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Events per time: a stretch of a hundredth of the acquisition is odd where its count is off the median of those that have any by
 * more than five robust standard deviations, or five times the root of the median where that is more. Stretches are whole
 * ticks of the clock, as many in each: a slow clock would else put two ticks into some and one into others. Too low a rate is
 * not looked for in the first and the last and beside a pause, since the acquisition need not fill those.
 *
 * @param odd stretches
 * @param percent of the stretches that are odd
 */
record FlowRate(List<TimeStretch> odd, double percent) {
    private static final int STRETCHES = 100;
    private static final int LEAST_STRETCHES = 10;
    private static final double ODD = 5;
    private static final double ONE_TICK = 1.5;

    /** Looks at times in order. */
    static FlowRate of(double[] seconds) {
        double span = seconds[seconds.length - 1] - seconds[0];
        double ticks = span > 0 ? Math.rint(span / tick(seconds)) : 0;
        double width = Math.ceil((ticks + 1) / STRETCHES) * span / ticks;
        double first = seconds[0] - span / ticks / 2;
        int stretches = ticks < 1 ? 0 : (int) Math.ceil((ticks + 1) * span / ticks / width - 1e-9);
        if (stretches < LEAST_STRETCHES) {
            return new FlowRate(List.of(), 0);
        }
        double[] counts = new double[stretches];
        for (double second : seconds) {
            counts[(int) Math.min(stretches - 1.0, (second - first) / width)]++;
        }
        double[] filled = Arrays.stream(counts).filter(count -> count > 0).toArray();
        double middle = Descriptive.median(filled);
        double limit = ODD * Math.max(Descriptive.scaledMad(filled), Math.sqrt(middle));
        List<TimeStretch> odd = new ArrayList<>();
        for (int i = 0; i < stretches; i++) {
            boolean isHigh = counts[i] - middle > limit;
            boolean isWhole = counts[i] == 0 || (i > 0 && i < stretches - 1 && counts[i - 1] > 0 && counts[i + 1] > 0);
            boolean isLow = isWhole && middle - counts[i] > limit;
            if (isHigh || isLow) {
                odd.add(new TimeStretch(
                        first + i * width, first + (i + 1) * width, isHigh ? "flow rate high" : "flow rate low"));
            }
        }
        return new FlowRate(odd, 100.0 * odd.size() / stretches);
    }

    /** The median of the steps that are about the least one. */
    private static double tick(double[] seconds) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < seconds.length; i++) {
            double step = seconds[i] - seconds[i - 1];
            least = step > 0 ? Math.min(least, step) : least;
        }
        double most = ONE_TICK * least;
        double[] steps = new double[seconds.length];
        int count = 0;
        for (int i = 1; i < seconds.length; i++) {
            double step = seconds[i] - seconds[i - 1];
            if (step > 0 && step < most) {
                steps[count++] = step;
            }
        }
        return Descriptive.median(Arrays.copyOf(steps, count));
    }
}
