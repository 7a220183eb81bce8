package org.kindlin.assays.event.gating;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.event.EventBlocks;
import org.kindlin.assays.event.FcsParameter;

/** The channels of a matrix for a block of events, read together: fluorochromes of the matrix share them. */
final class Detectors {
    private static final long NONE = -1;

    private final EventBlocks events;
    private final List<Values.OfChannel> channels;
    private final double[][] columns;
    private long computed = NONE;

    Detectors(EventBlocks events, List<Values.OfChannel> channels) {
        this.events = events;
        this.channels = List.copyOf(channels);
        this.columns = new double[channels.size()][];
    }

    /** Values of events {@code from .. from + count - 1} at the front of the array of each channel. */
    double[][] at(long from, int count) {
        if (computed != from) {
            read(from, count);
            computed = from;
        }
        return columns;
    }

    private void read(long from, int count) {
        List<FcsParameter> missing = new ArrayList<>();
        List<double[]> rooms = new ArrayList<>();
        for (int d = 0; d < columns.length; d++) {
            Values.OfChannel channel = channels.get(d);
            columns[d] = channel.room();
            if (!channel.isComputed(from)) {
                missing.add(channel.parameter());
                rooms.add(channel.room());
                channel.computed(from);
            }
        }
        if (!missing.isEmpty()) {
            events.read(missing, from, count, rooms.toArray(double[][]::new));
        }
    }
}
