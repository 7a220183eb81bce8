package org.kindlin.assays.wound;

import java.util.OptionalDouble;
import org.kindlin.numerics.statistics.Distributions;

/**
 * A number of a wound's course with what makes it uncertain.
 *
 * @param sampling standard error from the scatter of the areas
 * @param degreesOfFreedom of the scatter; 0 where the error is not known
 * @param outline standard deviation of what the outline does alike in all frames
 */
record Uncertain(double value, double sampling, int degreesOfFreedom, double outline) {
    /** Both together. */
    double standardError() {
        return Math.hypot(sampling, outline);
    }

    /**
     * Half the width of the interval: Student's t of the scatter and the normal limit of the outline, added as squares; empty
     * where the scatter is not known.
     */
    OptionalDouble halfWidth(double level) {
        if (degreesOfFreedom < 1) {
            return OptionalDouble.empty();
        }
        double upper = 0.5 + level / 2;
        double scatter = Distributions.studentQuantile(upper, degreesOfFreedom) * sampling;
        return OptionalDouble.of(Math.hypot(scatter, Distributions.normalQuantile(upper) * outline));
    }

    Uncertain times(double factor) {
        return new Uncertain(value * factor, sampling * Math.abs(factor), degreesOfFreedom, outline * Math.abs(factor));
    }
}
