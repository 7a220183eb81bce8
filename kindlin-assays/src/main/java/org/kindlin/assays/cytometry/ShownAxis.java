package org.kindlin.assays.cytometry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gating;
import org.kindlin.figures.Axis;
import org.kindlin.figures.LinearTransform;
import org.kindlin.figures.Transform;
import org.kindlin.numerics.scale.LinearScale;
import org.kindlin.numerics.scale.LogicleScale;
import org.kindlin.numerics.scale.Scale;
import org.kindlin.numerics.statistics.OrderStatistics;

/**
 * One dimension of a gate as a figure shows it: on the gate's own scale; without one, scatter linear and fluorescence
 * logicle.
 *
 * @param values linear values of all events
 * @param places of the same on the scale
 * @param scale what places them
 * @param low linear value at the low end
 * @param high linear value at the high end
 */
record ShownAxis(String label, double[] values, double[] places, Scale scale, double low, double high) {

    /** The bin of an event that is off the axis. */
    static final int NONE = -1;

    private static final double FAR = 50;
    private static final double ROOM = 0.03;

    /** The axis of a channel; empty for a ratio, which has no natural range. */
    static Optional<ShownAxis> of(Sample sample, Dimension dimension) {
        if (!(dimension.source() instanceof Dimension.Source.Channel(String name))) {
            return Optional.empty();
        }
        Gating gating = sample.gating();
        double[] values = gating.column(name, dimension.compensation());
        Optional<FcsParameter> parameter = sample.set().parameter(name);
        double top =
                parameter.map(FcsParameter::range).filter(range -> range > 1).orElse(262144.0);
        boolean beam = name.toUpperCase(Locale.ROOT).matches("(FSC|SSC|FS|SS|TIME).*");
        Scale scale = gating.scale(dimension)
                .orElse(beam ? new LinearScale(top, 0) : new LogicleScale(Math.max(top, 1e4), 0.8, 4.5, 0));
        String label = parameter.map(FcsParameter::label).orElse(name);
        return Optional.of(within(label, values, scale));
    }

    /** From the 0.1 % to the 99.9 % point of the places, with a little room. */
    private static ShownAxis within(String label, double[] values, Scale scale) {
        double[] places = places(values, scale);
        double[] finite = Arrays.stream(places).filter(Double::isFinite).toArray();
        int count = finite.length;
        if (count == 0) {
            return new ShownAxis(label, values, places, scale, scale.invert(0), scale.invert(1));
        }
        double from = OrderStatistics.select(finite, 0, count, (int) (0.001 * (count - 1)));
        double to = OrderStatistics.select(finite, 0, count, (int) (0.999 * (count - 1)));
        double room = Math.max(ROOM * (to - from), 1e-6);
        return new ShownAxis(label, values, places, scale, scale.invert(from - room), scale.invert(to + room));
    }

    private static double[] places(double[] values, Scale scale) {
        double[] places = new double[values.length];
        scale.forColumns().apply(values, places, places.length);
        return places;
    }

    /** The same values on the scale and between the ends of another axis. */
    ShownAxis like(ShownAxis other) {
        double[] placed = scale.equals(other.scale) ? places : places(values, other.scale);
        return new ShownAxis(other.label, values, placed, other.scale, other.low, other.high);
    }

    /** The same values on an axis that ends no earlier than that of another file. */
    ShownAxis spanning(ShownAxis other) {
        return new ShownAxis(label, values, places, scale, Math.min(low, other.low), Math.max(high, other.high));
    }

    /** The same axis, longer where a limit lies beyond its ends, by its own length on either side at most. */
    ShownAxis reaching(Set<Double> shares) {
        double from = scale.apply(low);
        double length = scale.apply(high) - from;
        double least = shares.stream().mapToDouble(share -> share - ROOM).min().orElse(0);
        double most = shares.stream().mapToDouble(share -> share + ROOM).max().orElse(1);
        double lower = least < ROOM ? scale.invert(from + Math.max(-1, Math.min(0, least)) * length) : low;
        double upper = most > 1 - ROOM ? scale.invert(from + Math.min(2, Math.max(1, most)) * length) : high;
        return new ShownAxis(label, values, places, scale, lower, upper);
    }

    Axis axis() {
        Transform transform = scale instanceof LinearScale ? new LinearTransform() : new ScaleTransform(scale);
        return Axis.of(label, "", transform).limits(low, high);
    }

    /**
     * The bin of each of some events, of bins of equal width along the axis; {@link #NONE} for an event off it.
     *
     * @param events their indices
     */
    int[] bins(int[] events, int bins) {
        int[] found = new int[events.length];
        double from = scale.apply(low);
        double width = (scale.apply(high) - from) / bins;
        for (int i = 0; i < found.length; i++) {
            double bin = (places[events[i]] - from) / width;
            found[i] = bin >= 0 && bin < bins ? (int) bin : NONE;
        }
        return found;
    }

    /** The share of the axis at which a limit of a gate lies, off it below 0 and above 1. */
    double shareOf(double coordinate, boolean isPlace) {
        double from = scale.apply(low);
        double to = scale.apply(high);
        double place = isPlace ? coordinate : scale.apply(coordinate);
        double known = Double.isFinite(place) ? place : coordinate > low ? to + (to - from) : from - (to - from);
        return Math.clamp((known - from) / (to - from), -FAR, FAR);
    }

    /** The linear value at a share of the axis. */
    double atShare(double share) {
        double from = scale.apply(low);
        return Math.clamp(scale.invert(from + share * (scale.apply(high) - from)), low, high);
    }
}
