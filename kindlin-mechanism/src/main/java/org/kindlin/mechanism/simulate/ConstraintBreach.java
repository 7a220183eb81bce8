package org.kindlin.mechanism.simulate;

import java.util.OptionalDouble;

/**
 * A time in which a constraint of the model did not hold, so that what was simulated is not claimed to mean anything.
 *
 * @param constraint which of the model's constraints
 * @param from when it ceased to hold, or the start
 * @param until when it held again; empty where it did not before the end
 */
public record ConstraintBreach(int constraint, double from, OptionalDouble until) {}
