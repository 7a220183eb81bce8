package org.kindlin.assays.event.gating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.Spillover;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.scale.Scale;

/**
 * A gating document bound to a data set, ready to say which events are in which population. Events are taken in blocks:
 * beyond the bits of the answer, memory does not grow with their number.
 */
public final class Gating {
    private final FcsDataSet set;
    private final List<Gate> order;
    private final List<Gate> gates;
    private final Map<String, GateTest> tests;
    private final ChannelBinding binding;

    private Gating(FcsDataSet set, List<Gate> gates, Map<String, GateTest> tests, ChannelBinding binding) {
        this.set = set;
        this.gates = gates;
        this.order = EvaluationOrder.of(gates);
        this.tests = tests;
        this.binding = binding;
    }

    /**
     * Finds the channels of every gate.
     *
     * @param spillover what {@code FCS} means as a compensation; where empty, uncompensated
     * @param file named in faults
     * @return empty where a channel is not there, and a fault says which
     */
    public static Optional<Gating> bind(
            GatingDocument document, FcsDataSet set, Optional<Spillover> spillover, String file, Faults faults) {
        ChannelBinding binding = new ChannelBinding(document, set, spillover, file, faults);
        Map<String, GateTest> tests = new HashMap<>();
        boolean complete = true;
        for (Gate gate : document.gates()) {
            complete &= tests(gate, binding, tests);
        }
        return complete ? Optional.of(new Gating(set, document.gates(), tests, binding)) : Optional.empty();
    }

    /** The events of every population, in the order of the document. */
    public Map<String, Population> populations() {
        int events = set.events();
        Map<String, long[]> bits = new HashMap<>();
        order.forEach(gate ->
                EvaluationOrder.populations(gate).forEach(id -> bits.put(id, new long[Membership.words(events)])));
        long[] words = new long[Values.BLOCK / Long.SIZE];
        for (int from = 0; from < events; from += Values.BLOCK) {
            int count = Math.min(Values.BLOCK, events - from);
            for (Gate gate : order) {
                for (String id : EvaluationOrder.populations(gate)) {
                    block(gate, id, from, count, words, bits);
                    System.arraycopy(words, 0, bits(bits, id), from >>> 6, Membership.words(count));
                }
            }
        }
        Map<String, Population> populations = new LinkedHashMap<>();
        for (Gate gate : gates) {
            for (String id : EvaluationOrder.populations(gate)) {
                populations.put(id, new Population(id, gate.parent(), new Membership(bits(bits, id), events)));
            }
        }
        return populations;
    }

    /**
     * The places of a dimension's values on its scale, for all events.
     *
     * @throws IllegalArgumentException if the data set has no such channel
     */
    public double[] places(Dimension dimension) {
        Values values = binding.onScale(dimension)
                .orElseThrow(() -> new IllegalArgumentException("no channel " + dimension.label()));
        return collected(values);
    }

    /** The document that was bound. */
    public GatingDocument document() {
        return binding.document();
    }

    /** The gates, in the order of the document. */
    public List<Gate> gates() {
        return gates;
    }

    /** The scale of a dimension; empty for the instrument's own. */
    public Optional<Scale> scale(Dimension dimension) {
        return binding.scale(dimension);
    }

    /** The matrices by which gates of the document see their channels, in the order of first use. */
    public List<SpectrumMatrix> compensations() {
        return gates.stream()
                .flatMap(gate -> gate.dimensions().stream())
                .map(Dimension::compensation)
                .distinct()
                .flatMap(compensation -> binding.matrix(compensation).stream())
                .toList();
    }

    /**
     * A channel on the instrument's linear scale, for all events.
     *
     * @param compensation as a {@link Dimension} names it
     * @throws IllegalArgumentException if the data set has no such channel
     */
    public double[] column(String channel, String compensation) {
        Values values = binding.channel(channel, compensation)
                .orElseThrow(() -> new IllegalArgumentException("no channel " + channel));
        return collected(values);
    }

    private double[] collected(Values values) {
        double[] column = new double[set.events()];
        for (int from = 0; from < column.length; from += Values.BLOCK) {
            int count = Math.min(Values.BLOCK, column.length - from);
            System.arraycopy(values.at(from, count), 0, column, from, count);
        }
        return column;
    }

    private static long[] bits(Map<String, long[]> bits, String id) {
        return Objects.requireNonNull(bits.get(id), id);
    }

    private void block(Gate gate, String id, int from, int count, long[] words, Map<String, long[]> bits) {
        int size = Membership.words(count);
        long[] all = Membership.all(count).words();
        if (gate.parent().isPresent()) {
            System.arraycopy(bits(bits, gate.parent().get()), from >>> 6, words, 0, size);
        } else {
            System.arraycopy(all, 0, words, 0, size);
        }
        if (gate instanceof Gate.SetOperation bool) {
            join(bool, from, all, words, bits);
        } else {
            Objects.requireNonNull(tests.get(id), id).keepInside(from, count, words);
        }
    }

    private static void join(Gate.SetOperation gate, int from, long[] all, long[] words, Map<String, long[]> bits) {
        for (int w = 0; w < all.length; w++) {
            long joined = gate.operation() == Gate.Operation.OR ? 0 : all[w];
            for (Gate.Reference reference : gate.references()) {
                long inside = bits(bits, reference.gate())[(from >>> 6) + w];
                long taken = reference.complement() ? all[w] & ~inside : inside;
                joined = switch (gate.operation()) {
                    case AND -> joined & taken;
                    case OR -> joined | taken;
                    case NOT -> all[w] & ~taken;
                };
            }
            words[w] &= joined;
        }
    }

    private static boolean tests(Gate gate, ChannelBinding binding, Map<String, GateTest> tests) {
        return switch (gate) {
            case Gate.Rectangle rectangle -> put(tests, gate.id(), rectangle(rectangle, binding));
            case Gate.Polygon polygon -> put(tests, gate.id(), polygon(polygon, binding));
            case Gate.Ellipsoid ellipsoid -> put(tests, gate.id(), ellipsoid(ellipsoid, binding));
            case Gate.Quadrants quadrants -> {
                boolean complete = true;
                for (Gate.Quadrant quadrant : quadrants.quadrants()) {
                    complete &= put(tests, quadrant.id(), quadrant(quadrants, quadrant, binding));
                }
                yield complete;
            }
            case Gate.SetOperation _ -> true;
        };
    }

    private static boolean put(Map<String, GateTest> tests, String id, Optional<GateTest> test) {
        test.ifPresent(found -> tests.put(id, found));
        return test.isPresent();
    }

    private static Optional<GateTest> rectangle(Gate.Rectangle gate, ChannelBinding binding) {
        return all(gate.ranges().stream()
                .map(range -> between(range.dimension(), range.min(), range.max(), binding))
                .toList());
    }

    private static Optional<GateTest> quadrant(Gate.Quadrants gate, Gate.Quadrant quadrant, ChannelBinding binding) {
        List<Optional<GateTest>> tests = new ArrayList<>();
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
            tests.add(between(divider.dimension(), min, max, binding));
        }
        return all(tests);
    }

    private static Optional<GateTest> all(List<Optional<GateTest>> tests) {
        List<GateTest> found = tests.stream().flatMap(Optional::stream).toList();
        return found.size() == tests.size() ? Optional.of(new GateTest.All(found)) : Optional.empty();
    }

    private static Optional<GateTest> between(Dimension dimension, double min, double max, ChannelBinding binding) {
        Optional<Scale> scale = binding.scale(dimension);
        double from = scale.map(s -> Threshold.of(s, min)).orElse(min);
        double to = max == Double.POSITIVE_INFINITY
                ? Double.NaN
                : scale.map(s -> Threshold.of(s, max)).orElse(max);
        return binding.linear(dimension).map(values -> new GateTest.Between(values, from, to));
    }

    private static Optional<GateTest> polygon(Gate.Polygon gate, ChannelBinding binding) {
        PolygonRegion region = new PolygonRegion(gate.vertices());
        Optional<GateTest.PolygonAxis> x = axis(gate.x(), region.left(), region.beyondRight(), binding);
        Optional<GateTest.PolygonAxis> y = axis(gate.y(), region.bottom(), region.beyondTop(), binding);
        return x.isEmpty() || y.isEmpty()
                ? Optional.empty()
                : Optional.of(new GateTest.InPolygon(x.get(), y.get(), region));
    }

    private static Optional<GateTest.PolygonAxis> axis(
            Dimension dimension, double from, double beyond, ChannelBinding binding) {
        Optional<Scale> scale = binding.scale(dimension);
        double min = scale.map(s -> Threshold.of(s, from)).orElse(from);
        double max = scale.map(s -> Threshold.of(s, beyond)).orElse(beyond);
        return binding.linear(dimension).map(values -> new GateTest.PolygonAxis(values, scale, min, max));
    }

    private static Optional<GateTest> ellipsoid(Gate.Ellipsoid gate, ChannelBinding binding) {
        List<Values> quantities = gate.dimensions().stream()
                .map(binding::onScale)
                .flatMap(Optional::stream)
                .toList();
        return quantities.size() != gate.dimensions().size()
                ? Optional.empty()
                : Optional.of(new GateTest.InEllipsoid(
                        quantities, gate.mean(), PseudoInverse.of(gate.covariance()), gate.distanceSquare()));
    }
}
