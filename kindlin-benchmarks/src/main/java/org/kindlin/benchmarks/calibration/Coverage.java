package org.kindlin.benchmarks.calibration;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;

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

    /** An estimate against the truth; one without a name, a value or a limit is open. */
    void add(Optional<Estimate> estimate, double truth) {
        add(number(estimate.map(Estimate::low)), number(estimate.map(Estimate::high)), truth);
    }

    private static OptionalDouble number(Optional<Double> number) {
        return number.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
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
