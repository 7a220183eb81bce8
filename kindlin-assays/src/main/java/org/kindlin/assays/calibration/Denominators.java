package org.kindlin.assays.calibration;

import java.util.OptionalDouble;

/**
 * What the amount of a culture may be divided by; empty where not measured.
 *
 * @param cells number of cells, positive
 * @param proteinMicrograms total protein, positive
 */
public record Denominators(OptionalDouble cells, OptionalDouble proteinMicrograms) {
    public static final Denominators NONE = new Denominators(OptionalDouble.empty(), OptionalDouble.empty());
}
