package org.kindlin.assays.cytometry;

import java.util.List;
import java.util.stream.Stream;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.result.Warning;

/** A rectangle whose lower limit is at or above its upper one holds nothing, whatever the events are: that is told. */
final class EmptyRange {
    private EmptyRange() {}

    /** A warning for every such dimension of a gate. */
    static List<Warning> warnings(Sample sample, String gate) {
        return sample.gating().gates().stream()
                .filter(found -> found.id().equals(gate))
                .flatMap(found -> found instanceof Gate.Rectangle rectangle
                        ? rectangle.ranges().stream()
                        : Stream.<Gate.Range>empty())
                .filter(range -> range.min() >= range.max())
                .map(range -> new Warning(
                        "empty-range",
                        range.dimension().label() + " from " + range.min() + " up to below " + range.max()
                                + " holds no value: are the limits the wrong way round?"))
                .toList();
    }
}
