package org.kindlin.assays.event.automatic;

/** A model that draws one gate among the events gated so far. */
interface GateModel {
    Attempt draw(GateDraft events, DrawingSettings settings);
}
