package org.kindlin.study.plan;

import org.kindlin.lab.plan.IntervalWidth;
import org.kindlin.lab.plan.Precision;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a plan promises, as JSON. */
final class PrecisionJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PrecisionJson() {}

    static ObjectNode of(Precision precision, IntervalWidth width) {
        ObjectNode node = JSON.objectNode();
        node.put("simulated", true);
        node.put("estimate", precision.estimate());
        node.put("level", precision.level());
        node.put("width", width == IntervalWidth.RATIO ? "upper over lower limit" : "upper less lower limit");
        node.set("ofPlan", outcome(precision.ofPlan()));
        precision.search().ifPresent(search -> {
            ObjectNode found = node.putObject("search");
            found.put("wantedFold", search.wantedFold());
            found.put("assurance", search.assurance());
            found.set("chosen", search.chosen().map(PrecisionJson::outcome).orElse(null));
            ArrayNode designs = found.putArray("designs");
            search.designs().forEach(design -> designs.add(outcome(design)));
        });
        return node;
    }

    private static ObjectNode outcome(Precision.Outcome outcome) {
        return JSON.objectNode()
                .put("replicates", outcome.replicates())
                .put("doses", outcome.doses())
                .put("plates", outcome.plates())
                .put("intervals", outcome.intervals())
                .put("closed", outcome.closed())
                .put("covered", outcome.covered())
                .put("medianFold", outcome.medianFold().orElse(null))
                .put("ninetiethFold", outcome.ninetiethFold().orElse(null))
                .put("withinWanted", outcome.within().count())
                .put("withinLow", outcome.within().low())
                .put("withinHigh", outcome.within().high());
    }
}
