package org.kindlin.assays.event.gating;

import java.util.Optional;
import org.kindlin.numerics.column.ColumnKernel;
import org.kindlin.numerics.column.PolygonEdges;
import org.kindlin.numerics.scale.RoundedScale;

/** Places of a quantity along a dimension for a block of events, in single precision, to {@link PolygonEdges#ERROR}. */
final class RoundedAxis {
    private static final long NONE = -1;

    private final Values values;
    private final Optional<RoundedScale> scale;
    private final ColumnKernel kernel;
    private final float[] places = new float[Values.BLOCK];
    private long computed = NONE;

    /**
     * Places along an axis.
     *
     * @param scale empty for the linear scale of the instrument
     */
    RoundedAxis(Values values, Optional<RoundedScale> scale, ColumnKernel kernel) {
        this.values = values;
        this.scale = scale;
        this.kernel = kernel;
    }

    /** Places of events {@code from .. from + count - 1}, written to another array from {@code to} on. */
    void write(long from, int count, float[] all, int to) {
        if (computed == from) {
            System.arraycopy(places, 0, all, to, count);
        } else {
            place(values.at(from, count), count, all, to);
        }
    }

    /**
     * Places of events {@code from .. from + count - 1} at the front of the array, which nobody writes to.
     *
     * @param asked one bit per event of the block: the others may not be computed
     */
    float[] at(long from, int count, long[] asked) {
        if (scale.isEmpty() && values instanceof Values.OfSingles channel && channel.isPlain()) {
            return channel.raw(from, count);
        }
        if (computed != from) {
            double[] some = values.at(from, count, asked);
            place(some, count, places, 0);
            computed = values.isComputed(from) ? from : NONE;
        }
        return places;
    }

    private void place(double[] linear, int count, float[] all, int to) {
        if (scale.isPresent()) {
            scale.get().apply(kernel, linear, count, all, to);
            return;
        }
        for (int i = 0; i < count; i++) {
            all[to + i] = (float) linear[i];
        }
    }

    /** The place whose relative error is that of all smaller ones. */
    double leastError() {
        return scale.isPresent() ? 1 : 0;
    }
}
