package org.kindlin.mechanism.compile;

/**
 * One of the values that formulas are evaluated with and that nothing but events changes.
 *
 * @param id of a parameter, compartment, species or species reference, or {@code reaction.parameter} of a local parameter
 * @param given the number in the model, before initial assignments; NaN where there is none
 * @param initialOnly whether it is the given start of a symbol that is integrated, and so of no use later
 */
public record ParameterSlot(String id, double given, boolean initialOnly) {}
