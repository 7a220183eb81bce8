package org.kindlin.benchmarks.calibration;

import java.util.Locale;
import java.util.OptionalDouble;

/** How often intervals held the truth, and how often there was none of two sides. */
final class Coverage {
    private int held;
    private int tooLow;
    private int tooHigh;
    private int open;

    void add(OptionalDouble low, OptionalDouble high, double truth) {
        if (low.isEmpty() || high.isEmpty()) {
            open++;
        } else if (truth < low.getAsDouble()) {
            tooHigh++;
        } else if (truth > high.getAsDouble()) {
            tooLow++;
        } else {
            held++;
        }
    }

    String row(String name) {
        int all = held + tooLow + tooHigh;
        return String.format(
                Locale.ROOT,
                "  %-44s %6.2f %% of %d (simulation error %.2f; interval too low %d, too high %d; open or censored %d)",
                name,
                100.0 * held / all,
                all,
                100 * Math.sqrt(0.95 * 0.05 / all),
                tooLow,
                tooHigh,
                open);
    }
}
