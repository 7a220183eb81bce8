package org.kindlin.assays.event.gating;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gates with the transformations and spectrum matrices that they refer to. Every reference leads somewhere and no gate
 * depends on itself: {@link GatingChecks} has seen to that.
 *
 * @param gates in the order of the file
 * @param transformations by id
 * @param matrices by id
 */
public record GatingDocument(
        List<Gate> gates, Map<String, Transformation> transformations, Map<String, SpectrumMatrix> matrices) {
    public GatingDocument {
        gates = List.copyOf(gates);
        transformations = Collections.unmodifiableMap(new LinkedHashMap<>(transformations));
        matrices = Collections.unmodifiableMap(new LinkedHashMap<>(matrices));
    }

    /** The same without gates that depend on themselves or on gates that are not there. */
    public GatingDocument decidable() {
        List<Gate> kept = EvaluationOrder.of(gates);
        return new GatingDocument(gates.stream().filter(kept::contains).toList(), transformations, matrices);
    }
}
