package org.kindlin.assays.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.numerics.calibration.CalibrationFit;
import org.kindlin.numerics.calibration.Calibrators;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * One standard read back off its own curve.
 *
 * @param concentration nominal
 * @param found back-calculated concentration of each replicate; shorter than {@code replicates} where the curve never has
 *     their response
 * @param replicates wells
 */
public record StandardLevel(double concentration, List<Double> found, int replicates) {

    public StandardLevel {
        found = List.copyOf(found);
    }

    /** Every standard, ascending. */
    static List<StandardLevel> of(CalibrationFit fit) {
        List<StandardLevel> levels = new ArrayList<>();
        for (Calibrators.Level level : fit.data().levels()) {
            List<Double> found = new ArrayList<>();
            for (double response : level.responses()) {
                fit.curve().concentration(response).ifPresent(found::add);
            }
            levels.add(new StandardLevel(level.concentration(), found, level.size()));
        }
        return levels;
    }

    /** Mean back-calculated over nominal concentration in percent; empty at zero and where a replicate has none. */
    public OptionalDouble recoveryPercent() {
        return concentration == 0 || !isComplete()
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * Descriptive.mean(values()) / concentration);
    }

    /** Standard deviation over mean of the back-calculated concentrations in percent; empty with one replicate. */
    public OptionalDouble cvPercent() {
        if (!isComplete() || found.size() < 2 || !(Descriptive.mean(values()) > 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(100 * Descriptive.coefficientOfVariation(values()));
    }

    /** Whether bias, and CV where there are replicates, keep within a limit in percent. */
    boolean holds(double limit) {
        return recoveryPercent().isPresent()
                && Math.abs(recoveryPercent().getAsDouble() - 100) <= limit
                && (replicates < 2 || (cvPercent().isPresent() && cvPercent().getAsDouble() <= limit));
    }

    private boolean isComplete() {
        return found.size() == replicates;
    }

    private double[] values() {
        return found.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
