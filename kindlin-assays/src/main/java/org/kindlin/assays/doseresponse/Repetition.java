package org.kindlin.assays.doseresponse;

import java.util.Optional;

/**
 * How curves belong together.
 *
 * @param random the column whose levels (plates, days) are a random sample over which curves repeat
 * @param potency the comparison of curves with a reference
 */
record Repetition(Optional<String> random, Optional<PotencyProtocol> potency) {
    /** Every curve stands alone. */
    static final Repetition NONE = new Repetition(Optional.empty(), Optional.empty());
}
