package org.kindlin.assays.event.gating;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.event.Column;

/** The places of all events of one dimension, kept in single precision, filled block by block from the first on. */
final class KeptPlaces {
    private final RoundedAxis axis;
    private final int events;
    private final List<float[]> pieces = new ArrayList<>();

    KeptPlaces(RoundedAxis axis, int events) {
        this.axis = axis;
        this.events = events;
    }

    void block(int from, int count) {
        int within = from % Column.Pieces.PIECE;
        if (within == 0) {
            pieces.add(new float[Math.min(Column.Pieces.PIECE, events - from)]);
        }
        axis.write(from, count, pieces.getLast(), within);
    }

    Column.Pieces column() {
        return new Column.Pieces(pieces);
    }
}
