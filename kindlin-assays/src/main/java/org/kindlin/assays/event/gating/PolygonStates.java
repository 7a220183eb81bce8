package org.kindlin.assays.event.gating;

/** What can be said quickly of the events of a block: inside a polygon, outside, or open. */
interface PolygonStates {

    /**
     * Looks at events {@code from .. from + count - 1}.
     *
     * @param asked one bit per event; of the others nothing need be said
     * @param inside one bit per event, set
     * @param open one bit per event, set: whether the other bit means nothing
     */
    void of(long from, int count, long[] asked, long[] inside, long[] open);
}
