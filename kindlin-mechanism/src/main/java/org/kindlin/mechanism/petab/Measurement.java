package org.kindlin.mechanism.petab;

import java.util.List;
import java.util.Optional;

/**
 * One row of the measurement table.
 *
 * @param line its line in the file
 * @param preequilibration condition whose steady state comes first; empty for none
 * @param time infinite for the steady state
 * @param value the measured number, on the linear scale
 * @param censoring what is known instead where the value was out of range; empty where it was measured
 */
public record Measurement(
        int line,
        String observable,
        Optional<String> preequilibration,
        String condition,
        double time,
        double value,
        List<PetabValue> observableParameters,
        List<PetabValue> noiseParameters,
        Optional<Censoring> censoring) {
    /** Makes the lists immutable. */
    public Measurement {
        observableParameters = List.copyOf(observableParameters);
        noiseParameters = List.copyOf(noiseParameters);
    }

    /** The value lies between these limits, of which one may be infinite. */
    public record Censoring(double low, double high) {}
}
