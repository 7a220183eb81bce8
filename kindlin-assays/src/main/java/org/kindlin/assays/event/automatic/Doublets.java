package org.kindlin.assays.event.automatic;

import java.util.OptionalDouble;

/** How many events are two cells at once, by the model of the singlet gate. */
public final class Doublets {
    private Doublets() {}

    /**
     * Events below the band of single cells, in percent of those with at least half the median area, which leaves debris out.
     *
     * @return empty without area and height of one scatter channel, or with fewer than 200 events
     */
    public static OptionalDouble percent(GateDraft events) {
        return SingletBand.of(events)
                .map(band -> OptionalDouble.of(100 * band.belowShare()))
                .orElse(OptionalDouble.empty());
    }
}
