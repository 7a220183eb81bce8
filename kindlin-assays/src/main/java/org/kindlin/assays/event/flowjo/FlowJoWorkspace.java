package org.kindlin.assays.event.flowjo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A FlowJo workspace: what it says of each sample. */
public record FlowJoWorkspace(List<FlowJoSample> samples) {
    public FlowJoWorkspace {
        samples = List.copyOf(samples);
    }

    /** The sample of a file: by the name of its FCS file or its node; where there is only one sample, that. */
    public Optional<FlowJoSample> sample(String fileName) {
        String wanted = fileName.toLowerCase(Locale.ROOT);
        return samples.stream()
                .filter(sample -> sample.names().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(wanted)))
                .findFirst()
                .or(() -> samples.size() == 1 ? Optional.of(samples.getFirst()) : Optional.empty());
    }
}
