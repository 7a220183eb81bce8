package org.kindlin.lab.tracks;

import java.util.List;
import java.util.Optional;
import org.kindlin.lab.ConditionList;

/**
 * How cells of one condition move.
 *
 * @param speed root mean square over cells, um/min
 * @param persistence in min
 */
record MotilityCondition(String name, double speed, double persistence) {

    /** Reads {@code vehicle=0.6|20, defactinib=0.35|14}; empty where a part does not fit. */
    static Optional<List<MotilityCondition>> parse(String text) {
        return ConditionList.parse(text, 1e6, MotilityCondition::new);
    }
}
