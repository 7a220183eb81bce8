package org.kindlin.assays.event.flowjo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.event.gating.GatingDocument;

/**
 * One sample of a workspace.
 *
 * @param names by which its file may be known: of the FCS file, of its node
 * @param gating its gates; populations whose name is unique keep it, others are called by their path
 * @param statistics what FlowJo stored of each population
 * @param skipped populations that cannot be read, with why
 */
public record FlowJoSample(
        List<String> names,
        GatingDocument gating,
        Map<String, List<FlowJoStatistic>> statistics,
        List<String> skipped) {
    public FlowJoSample {
        names = List.copyOf(names);
        statistics = Collections.unmodifiableMap(new LinkedHashMap<>(statistics));
        skipped = List.copyOf(skipped);
    }

    /**
     * The same for a file with these channels: called as there, without what the file does not have.
     *
     * @param channels {@code $PnN} of each
     */
    public FlowJoSample fittedTo(List<String> channels) {
        return new FileChannels(channels).fit(this);
    }
}
