package org.kindlin.mechanism.prior;

/**
 * A parameter with what is known of it.
 *
 * @param value nominal
 * @param unit as the model names it; may be empty
 * @param source identifier in the table of sources; may be empty
 * @param meaning in words
 */
public record PriorParameter(
        String id, double value, String unit, Prior prior, Evidence evidence, String source, String meaning) {}
