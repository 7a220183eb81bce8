package org.kindlin.assays.event.gating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gates that look at events, made ready for one data set. */
final class GateBinding {
    /** Tables take as long to make as this many events to be decided without them. */
    private static final int WORTH_A_TABLE = 8192;

    private final ChannelBinding channels;
    private final Map<String, GateTest> tests = new HashMap<>();

    private GateBinding(ChannelBinding channels) {
        this.channels = channels;
    }

    /** The test of each population by its id, boolean gates left out; empty where a channel is not there. */
    static Optional<Map<String, GateTest>> of(List<Gate> gates, ChannelBinding channels) {
        GateBinding binding = new GateBinding(channels);
        boolean complete = true;
        for (Gate gate : gates) {
            complete &= binding.add(gate);
        }
        return complete ? Optional.of(binding.tests) : Optional.empty();
    }

    private boolean add(Gate gate) {
        return switch (gate) {
            case Gate.Rectangle rectangle -> put(gate.id(), rectangle(rectangle));
            case Gate.Polygon polygon -> put(gate.id(), polygon(polygon));
            case Gate.Ellipsoid ellipsoid -> put(gate.id(), ellipsoid(ellipsoid));
            case Gate.Quadrants quadrants -> {
                boolean complete = true;
                for (Gate.Quadrant quadrant : quadrants.quadrants()) {
                    complete &= put(quadrant.id(), quadrant(quadrants, quadrant));
                }
                yield complete;
            }
            case Gate.SetOperation _ -> true;
        };
    }

    private boolean put(String id, Optional<? extends GateTest> test) {
        test.ifPresent(found -> tests.put(id, found));
        return test.isPresent();
    }

    private Optional<GateTest> rectangle(Gate.Rectangle gate) {
        return all(gate.ranges().stream()
                .map(range -> between(range.dimension(), range.min(), range.max()))
                .toList());
    }

    private Optional<GateTest> quadrant(Gate.Quadrants gate, Gate.Quadrant quadrant) {
        List<Optional<GateTest>> sides = new ArrayList<>();
        for (Gate.Position position : quadrant.positions()) {
            Gate.Divider divider = gate.dividers().stream()
                    .filter(d -> d.id().equals(position.divider()))
                    .findFirst()
                    .orElseThrow();
            double min = Double.NEGATIVE_INFINITY;
            double max = Double.POSITIVE_INFINITY;
            for (double value : divider.values()) {
                min = value <= position.location() ? value : min;
                max = value > position.location() ? Math.min(max, value) : max;
            }
            sides.add(between(divider.dimension(), min, max));
        }
        return all(sides);
    }

    private static Optional<GateTest> all(List<Optional<GateTest>> tests) {
        List<GateTest> found = tests.stream().flatMap(Optional::stream).toList();
        return found.size() == tests.size() ? Optional.of(new GateTest.All(found)) : Optional.empty();
    }

    private Optional<GateTest> between(Dimension dimension, double min, double max) {
        return channels.axis(dimension)
                .map(axis -> new GateTest.All(
                        max == Double.POSITIVE_INFINITY
                                ? List.of(Beyond.atOrAbove(axis, min, channels.kernel()))
                                : List.of(
                                        Beyond.atOrAbove(axis, min, channels.kernel()),
                                        Beyond.below(axis, max, channels.kernel()))));
    }

    private Optional<InPolygon> polygon(Gate.Polygon gate) {
        Optional<Axis> x = channels.axis(gate.x());
        Optional<Axis> y = channels.axis(gate.y());
        if (x.isEmpty() || y.isEmpty()) {
            return Optional.empty();
        }
        PolygonRegion region = new PolygonRegion(gate.vertices());
        return Optional.of(new InPolygon(x.get(), y.get(), region, quick(x.get(), y.get(), region)));
    }

    private Optional<PolygonStates> quick(Axis x, Axis y, PolygonRegion region) {
        if (channels.events() < WORTH_A_TABLE) {
            return Optional.empty();
        }
        return Optional.of(
                EdgeStates.isWorthwhile(region, channels.kernel())
                        ? new EdgeStates(channels.rounded(x), channels.rounded(y), region, channels.kernel())
                        : PolygonGrid.of(x, y, region));
    }

    private Optional<InEllipsoid> ellipsoid(Gate.Ellipsoid gate) {
        List<Axis> axes = gate.dimensions().stream()
                .map(channels::axis)
                .flatMap(Optional::stream)
                .toList();
        return axes.size() != gate.dimensions().size()
                ? Optional.empty()
                : Optional.of(new InEllipsoid(
                        axes, gate.mean(), EllipsoidForm.of(gate.covariance()).orElseThrow(), gate.distanceSquare()));
    }
}
