package org.kindlin.benchmarks.images;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.result.Estimate;

/** Relative errors of estimates of known values, in percent, and how often an interval held its value. */
final class Errors {
    private final List<Double> errors = new ArrayList<>();
    private int intervals;
    private int held;

    /** Adds an estimate that has a value, its error being a percentage of {@code whole}. */
    void add(Estimate estimate, double truth, double whole) {
        Double value = estimate.value();
        if (value == null) {
            return;
        }
        errors.add(100 * (value - truth) / whole);
        Double low = estimate.low();
        Double high = estimate.high();
        if (low != null && high != null) {
            intervals++;
            held += low <= truth && truth <= high ? 1 : 0;
        }
    }

    /** Adds an error in percent. */
    void add(double percent) {
        errors.add(percent);
    }

    int count() {
        return errors.size();
    }

    double bias() {
        return errors.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** Standard error of the bias. */
    double error() {
        return deviation() / Math.sqrt(Math.max(1, count()));
    }

    double deviation() {
        double mean = bias();
        double squares = errors.stream()
                .mapToDouble(error -> (error - mean) * (error - mean))
                .sum();
        return Math.sqrt(squares / Math.max(1, count() - 1));
    }

    double largest() {
        return errors.stream().mapToDouble(Math::abs).max().orElse(0);
    }

    /** Part of the intervals that held their value, in percent. */
    double coverage() {
        return intervals == 0 ? 0 : 100.0 * held / intervals;
    }
}
