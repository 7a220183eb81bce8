package org.kindlin.figures;

import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The stretch of axis positions that panels need: their data, reference lines and bands, and some air. */
final class Extent {
    /** A band may stretch the axis by this fraction of what the data span; the rest of it leaves the panel. */
    private static final double BAND_SHARE = 0.25;

    private Extent() {}

    static Range x(List<Panel> panels) {
        return shown(
                panels.getFirst().x(),
                panels.stream().flatMap(p -> p.layers().stream()).toList(),
                true);
    }

    static Range y(List<Panel> panels) {
        return shown(
                panels.getFirst().y(),
                panels.stream().flatMap(p -> p.layers().stream()).toList(),
                false);
    }

    private static Range shown(Axis axis, List<Layer> layers, boolean x) {
        Transform transform = axis.transform();
        @Nullable Range limits = axis.limits();
        if (limits != null) {
            return new Range(transform.position(limits.low()), transform.position(limits.high()));
        }
        DoubleStream included = axis.included().stream().mapToDouble(v -> v);
        DoubleStream values = layers.stream().filter(l -> !(l instanceof Band)).flatMapToDouble(l -> values(l, x));
        Range none = new Range(0, 1);
        Range firm = Range.of(positions(transform, DoubleStream.concat(included, values)), none);
        Range loose = Range.of(
                positions(
                        transform,
                        layers.stream().filter(l -> l instanceof Band).flatMapToDouble(l -> values(l, x))),
                firm);
        Range shown = transform.show(stretched(firm, loose));
        boolean standing = !x && layers.stream().anyMatch(layer -> layer instanceof Bars b && standOn(b, firm.low()));
        return standing ? new Range(firm.low(), shown.high()) : shown;
    }

    /** Bars stand on the axis itself, without air below. */
    private static boolean standOn(Bars bars, double base) {
        return !bars.bars().isEmpty() && bars.bars().stream().allMatch(bar -> bar.base() == base);
    }

    private static Range stretched(Range firm, Range loose) {
        double most = firm.length() * BAND_SHARE;
        return new Range(
                Math.max(firm.low() - most, Math.min(firm.low(), loose.low())),
                Math.min(firm.high() + most, Math.max(firm.high(), loose.high())));
    }

    private static DoubleStream positions(Transform transform, DoubleStream values) {
        return values.filter(transform::isDefined).map(transform::position);
    }

    private static DoubleStream values(Layer layer, boolean x) {
        return switch (layer) {
            case Points l -> of(l.points(), x);
            case Line l -> of(l.points(), x);
            case Steps l -> of(l.points(), x);
            case Area l -> of(l.corners(), x);
            case Note l -> of(List.of(l.at()), x);
            case DropLine l -> of(List.of(l.from()), x);
            case Raster l -> of(List.of(l.lowerLeft(), l.upperRight()), x);
            case Means l -> l.means().stream().flatMapToDouble(m -> x ? DoubleStream.of(m.x()) : upright(m));
            case Band l ->
                l.spans().stream()
                        .flatMapToDouble(s -> x ? DoubleStream.of(s.x()) : DoubleStream.of(s.low(), s.high()));
            case Bars l -> l.bars().stream().flatMapToDouble(b -> bar(b, x));
            case Rule l -> isAlong(l.direction(), x) ? DoubleStream.empty() : DoubleStream.of(l.value());
            case Rug l -> isAlong(l.axis(), x) ? l.values().stream().mapToDouble(v -> v) : DoubleStream.empty();
        };
    }

    private static boolean isAlong(Rule.Direction direction, boolean x) {
        return (direction == Rule.Direction.HORIZONTAL) == x;
    }

    private static DoubleStream of(List<Point> points, boolean x) {
        return points.stream().filter(Point::isDefined).mapToDouble(p -> x ? p.x() : p.y());
    }

    private static DoubleStream upright(Interval mean) {
        return DoubleStream.of(mean.value(), mean.low(), mean.high());
    }

    private static DoubleStream bar(Bars.Bar bar, boolean x) {
        return x ? DoubleStream.of(bar.left(), bar.right()) : DoubleStream.of(bar.base(), bar.top());
    }
}
