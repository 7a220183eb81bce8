package org.kindlin.assays.event.gating;

import org.kindlin.assays.event.Column;

/** The places of all events of one dimension, kept in single precision, filled block by block. */
final class KeptPlaces {
    private final RoundedAxis axis;
    private final float[] places;

    KeptPlaces(RoundedAxis axis, int events) {
        this.axis = axis;
        this.places = new float[events];
    }

    void block(int from, int count) {
        axis.write(from, count, places, from);
    }

    Column.Singles column() {
        return new Column.Singles(places);
    }
}
