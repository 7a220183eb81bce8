package org.kindlin.assays.event.quality;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Events per time: a hundredth of the acquisition is odd where its count is off the median by more than five robust standard
 * deviations, or five times the root of the median where that is more.
 */
final class FlowRate {
    private static final int STRETCHES = 100;
    private static final double ODD = 5;

    private FlowRate() {}

    static List<TimeStretch> odd(double[] seconds) {
        double first = Descriptive.quantile(seconds, 0);
        double last = Descriptive.quantile(seconds, 1);
        List<TimeStretch> odd = new ArrayList<>();
        if (!(last > first)) {
            return odd;
        }
        double[] counts = new double[STRETCHES];
        double width = (last - first) / STRETCHES;
        for (double second : seconds) {
            counts[(int) Math.min(STRETCHES - 1.0, (second - first) / width)]++;
        }
        double middle = Descriptive.median(counts);
        double limit = ODD * Math.max(Descriptive.scaledMad(counts), Math.sqrt(middle));
        for (int i = 0; i < STRETCHES; i++) {
            if (Math.abs(counts[i] - middle) > limit) {
                odd.add(new TimeStretch(
                        first + i * width,
                        i == STRETCHES - 1 ? Math.nextUp(last) : first + (i + 1) * width,
                        counts[i] > middle ? "flow rate high" : "flow rate low"));
            }
        }
        return odd;
    }

    /** Share of the time, in percent. */
    static double percent(List<TimeStretch> odd) {
        return 100.0 * odd.size() / STRETCHES;
    }
}
