package org.kindlin.mechanism.antimony;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How identifiers are written: those that mean something to Antimony get an underscore behind them. */
final class Spelling {
    private final Map<String, String> changed = new HashMap<>();

    /** @param taken every identifier of the model */
    Spelling(Set<String> taken) {
        for (String id : taken) {
            String spelled = id;
            while (Names.RESERVED.contains(spelled)
                    || Names.isFunction(spelled)
                    || (!spelled.equals(id) && taken.contains(spelled))) {
                spelled += "_";
            }
            changed.put(id, spelled);
        }
    }

    String of(String id) {
        return changed.getOrDefault(id, id);
    }
}
