package org.kindlin.assays.cytometry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.event.flowjo.FlowJoStatistic;
import org.kindlin.assays.event.gating.GatingDocument;

/**
 * Gates of a file, and what the program that drew them counted, where it says.
 *
 * @param statistics by gate; empty for Gating-ML, which holds none
 */
record GateSource(GatingDocument document, Map<String, List<FlowJoStatistic>> statistics) {
    static final GateSource NONE = of(new GatingDocument(List.of(), Map.of(), Map.of()));

    GateSource {
        statistics = Collections.unmodifiableMap(new LinkedHashMap<>(statistics));
    }

    static GateSource of(GatingDocument document) {
        return new GateSource(document, Map.of());
    }
}
