package org.kindlin.assays.doseresponse;

import java.util.Optional;

/**
 * What is stated of a Prism file.
 *
 * @param table title or one-based number of the table to analyse; empty where the only XY table is meant
 * @param scaleStated whether the scale of the doses is stated, so that the title of X decides nothing
 */
public record PrismChoice(Optional<String> table, boolean scaleStated) {
    static final PrismChoice NONE = new PrismChoice(Optional.empty(), false);
}
