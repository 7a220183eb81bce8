package org.kindlin.assays.event.flowjo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.event.flowjo.PopulationNode.Shape;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.event.gating.SpectrumMatrix;
import org.kindlin.assays.event.gating.Transformation;
import org.kindlin.numerics.scale.Scale;

/** A FlowJo gate tree as a gating document: paths become ids, data values places on scales, foci covariances. */
final class TreeConversion {
    private final Map<String, DisplayAxis> axes;
    private final Optional<SpectrumMatrix> matrix;
    private final List<String> skipped;
    private final List<Gate> gates = new ArrayList<>();
    private final Map<String, Transformation> transformations = new LinkedHashMap<>();
    private final Map<String, List<FlowJoStatistic>> statistics = new LinkedHashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, String> idOfPath = new HashMap<>();

    TreeConversion(Map<String, DisplayAxis> axes, Optional<SpectrumMatrix> matrix, List<String> problems) {
        this.axes = axes;
        this.matrix = matrix;
        this.skipped = new ArrayList<>(problems);
    }

    FlowJoSample sample(List<String> names, List<PopulationNode> roots) {
        roots.forEach(this::countNames);
        roots.forEach(root -> name(root, ""));
        roots.forEach(root -> convert(root, "", Optional.empty()));
        Map<String, SpectrumMatrix> matrices = new LinkedHashMap<>();
        matrix.ifPresent(m -> matrices.put(m.id(), m));
        GatingDocument all = new GatingDocument(gates, transformations, matrices);
        GatingDocument read = all.decidable();
        gates.stream()
                .filter(gate -> !read.gates().contains(gate))
                .forEach(
                        gate -> skipped.add("population '" + gate.id() + "': it depends on itself or on one not read"));
        return new FlowJoSample(names, read, statistics, skipped);
    }

    private void countNames(PopulationNode node) {
        uses.merge(node.name(), 1, Integer::sum);
        node.children().forEach(this::countNames);
    }

    private void name(PopulationNode node, String path) {
        String own = path.isEmpty() ? node.name() : path + "/" + node.name();
        boolean unique = uses.getOrDefault(node.name(), 0) == 1;
        String wanted = unique ? node.name() : own;
        String id = wanted;
        for (int i = 2; idOfPath.containsValue(id); i++) {
            id = wanted + " (" + i + ")";
        }
        idOfPath.putIfAbsent(own, id);
        node.children().forEach(child -> name(child, own));
    }

    private void convert(PopulationNode node, String path, Optional<String> parent) {
        String own = path.isEmpty() ? node.name() : path + "/" + node.name();
        String id = idOfPath.getOrDefault(own, own);
        if (statistics.containsKey(id)) {
            skipped.add("population '" + own + "': another of this path was read");
            return;
        }
        Optional<Gate> gate = gate(id, parent, node);
        if (gate.isEmpty()) {
            skipped.add("population '" + own + "' and what is below it: "
                    + (node.unreadable().isEmpty() ? "its gate cannot be converted" : node.unreadable()));
            return;
        }
        gates.add(gate.get());
        List<FlowJoStatistic> stored = new ArrayList<>(node.statistics());
        if (node.count() >= 0) {
            stored.addFirst(new FlowJoStatistic("Count", "", node.count()));
        }
        statistics.put(id, stored);
        node.children().forEach(child -> convert(child, own, Optional.of(id)));
    }

    /** A {@code NotNode} names the population outside which it is, or holds its gate. */
    private Optional<Gate> gate(String id, Optional<String> parent, PopulationNode node) {
        if (node.operation().isEmpty()) {
            return node.shape().flatMap(shape -> shape(id, parent, shape));
        }
        boolean isOwnGate =
                node.operation().equals("NotNode") && node.operands().isEmpty();
        return isOwnGate
                ? node.shape().flatMap(shape -> shape(id, parent, shape.complement()))
                : operation(id, parent, node);
    }

    private Optional<Gate> operation(String id, Optional<String> parent, PopulationNode node) {
        List<Gate.Reference> references = node.operands().stream()
                .flatMap(operand -> Optional.ofNullable(idOfPath.get(operand)).stream())
                .map(found -> new Gate.Reference(found, false))
                .toList();
        boolean complete = references.size() == node.operands().size() && !references.isEmpty();
        Gate.Operation operation = switch (node.operation()) {
            case "AndNode" -> Gate.Operation.AND;
            case "OrNode" -> Gate.Operation.OR;
            default -> Gate.Operation.NOT;
        };
        boolean fits = operation != Gate.Operation.NOT || references.size() == 1;
        return complete && fits
                ? Optional.of(new Gate.SetOperation(id, parent, operation, references))
                : Optional.empty();
    }

    private Optional<Gate> shape(String id, Optional<String> parent, Shape shape) {
        String within = shape.inside() ? id : id + " (inside)";
        Gate gate = gate(within, parent, shape);
        if (gate instanceof Gate.Ellipsoid ellipsoid && !ellipsoid.isRegular()) {
            return Optional.empty();
        }
        if (shape.inside()) {
            return Optional.of(gate);
        }
        gates.add(gate);
        return Optional.of(
                new Gate.SetOperation(id, parent, Gate.Operation.NOT, List.of(new Gate.Reference(within, false))));
    }

    private Gate gate(String id, Optional<String> parent, Shape shape) {
        List<Dimension> dimensions =
                shape.channels().stream().map(this::dimension).toList();
        List<DisplayAxis> shown = shape.channels().stream().map(this::axis).toList();
        return switch (shape.kind()) {
            case "RectangleGate" -> rectangle(id, parent, shape, dimensions, shown);
            case "PolygonGate" ->
                new Gate.Polygon(
                        id,
                        parent,
                        dimensions.get(0),
                        dimensions.get(1),
                        shape.points().stream()
                                .map(point -> new Gate.Vertex(
                                        shown.get(0).fromValue(point[0]),
                                        shown.get(1).fromValue(point[1])))
                                .toList());
            default -> ellipse(id, parent, shape, dimensions, shown);
        };
    }

    /**
     * Limits are data values: they need no scale. Of compensated channels on a linear display it is not known whether what is
     * beyond the ends is moved there.
     */
    private static Gate rectangle(
            String id, Optional<String> parent, Shape shape, List<Dimension> dimensions, List<DisplayAxis> shown) {
        List<Gate.Range> ranges = new ArrayList<>();
        for (int d = 0; d < dimensions.size(); d++) {
            String compensation = dimensions.get(d).compensation();
            boolean isMoved = !shown.get(d).isLinear() || compensation.equals(Dimension.UNCOMPENSATED);
            double[] stated = shape.limits().get(d);
            double[] limits = isMoved ? shown.get(d).opened(stated) : stated;
            ranges.add(new Gate.Range(
                    new Dimension(dimensions.get(d).source(), compensation, Optional.empty()), limits[0], limits[1]));
        }
        return new Gate.Rectangle(id, parent, ranges);
    }

    /**
     * Foci and edge points are of the display. With a the half of the long axis, c the half distance of the foci and u the
     * unit vector between them, the covariance is {@code a^2 u u' + (a^2 - c^2)(I - u u')}, stretched to the axes.
     */
    private static Gate ellipse(
            String id, Optional<String> parent, Shape shape, List<Dimension> dimensions, List<DisplayAxis> shown) {
        double[] first = shape.points().get(0);
        double[] second = shape.points().get(1);
        double dx = second[0] - first[0];
        double dy = second[1] - first[1];
        double foci = Math.hypot(dx, dy);
        double longHalf = longHalf(shape, first, second);
        double longSquare = longHalf * longHalf;
        double shortSquare = Math.max(longSquare - foci * foci / 4, 1e-12 * longSquare);
        double ux = foci == 0 ? 1 : dx / foci;
        double uy = foci == 0 ? 0 : dy / foci;
        double sx = shown.get(0).fromDisplay(1) - shown.get(0).fromDisplay(0);
        double sy = shown.get(1).fromDisplay(1) - shown.get(1).fromDisplay(0);
        double difference = longSquare - shortSquare;
        double[][] covariance = {
            {sx * sx * (shortSquare + difference * ux * ux), sx * sy * difference * ux * uy},
            {sx * sy * difference * ux * uy, sy * sy * (shortSquare + difference * uy * uy)}
        };
        double[] mean = {
            shown.get(0).fromDisplay((first[0] + second[0]) / 2), shown.get(1).fromDisplay((first[1] + second[1]) / 2)
        };
        return new Gate.Ellipsoid(id, parent, dimensions, mean, covariance, 1);
    }

    /**
     * Half the long axis by the points at its ends, which FlowJo rounds to whole places of the display. Where the sum of distances
     * that it states beside them agrees to that rounding it is the better number; elsewhere counts are those of the points.
     */
    private static double longHalf(Shape shape, double[] first, double[] second) {
        double sum = 0;
        for (double[] edge : shape.points().subList(2, 4)) {
            sum += Math.hypot(edge[0] - first[0], edge[1] - first[1])
                    + Math.hypot(edge[0] - second[0], edge[1] - second[1]);
        }
        double stated = shape.distance() / 2;
        boolean agrees = Math.abs(stated - sum / 4) <= 1
                && shape.distance() > Math.hypot(second[0] - first[0], second[1] - first[1]);
        return agrees ? stated : sum / 4;
    }

    private DisplayAxis axis(String channel) {
        DisplayAxis own = axes.get(channel);
        DisplayAxis bare = own == null ? axes.get(bare(channel)) : own;
        return bare == null ? DisplayAxis.linear(0, 262144) : bare;
    }

    private String bare(String channel) {
        int index = matrix.map(m -> m.fluorochromes().indexOf(channel)).orElse(-1);
        return index < 0 ? channel : matrix.orElseThrow().detectors().get(index);
    }

    private Dimension dimension(String channel) {
        boolean compensated =
                matrix.map(m -> m.fluorochromes().contains(channel)).orElse(false);
        Dimension dimension = Dimension.of(channel);
        if (compensated) {
            dimension = dimension.compensatedBy(matrix.orElseThrow().id());
        }
        Optional<Scale> scale = axis(channel).scale();
        if (scale.isEmpty()) {
            return dimension;
        }
        transformations.put(channel, new Transformation.OnScale(channel, scale.get()));
        return dimension.on(channel);
    }
}
