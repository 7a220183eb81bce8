package org.kindlin.lab.adhesion;

import java.util.List;
import java.util.Optional;
import org.kindlin.lab.ConditionList;

/**
 * How adhesions of one condition come and go.
 *
 * @param assembly per minute
 * @param disassembly per minute
 */
record TurnoverCondition(String name, double assembly, double disassembly) {

    /** Reads {@code vehicle=0.15|0.12, defactinib=0.15|0.05}; empty where a part does not fit. */
    static Optional<List<TurnoverCondition>> parse(String text) {
        return ConditionList.parse(text, 100, TurnoverCondition::new);
    }
}
