package org.kindlin.assays.event.gating;

import java.util.Optional;
import org.kindlin.assays.event.Column;
import org.kindlin.numerics.scale.RoundedScale;

/** The places of all events of one dimension, kept in single precision, filled block by block. */
final class KeptPlaces {
    private final Values linear;
    private final Optional<RoundedScale> scale;
    private final float[] places;

    KeptPlaces(Values linear, Optional<RoundedScale> scale, int events) {
        this.linear = linear;
        this.scale = scale;
        this.places = new float[events];
    }

    void block(int from, int count) {
        double[] values = linear.at(from, count);
        if (scale.isPresent()) {
            scale.get().apply(values, count, places, from);
            return;
        }
        for (int i = 0; i < count; i++) {
            places[from + i] = (float) values[i];
        }
    }

    Column.Singles column() {
        return new Column.Singles(places);
    }
}
