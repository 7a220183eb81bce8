package org.kindlin.assays.event.gating;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.event.Spillover;

/** Gates that name the spillover of the file made to carry the matrix themselves, so that they mean it for any file. */
public final class EmbeddedSpillover {
    private final String id;

    private EmbeddedSpillover(String id) {
        this.id = id;
    }

    /** The document in which {@link Dimension#AS_IN_FILE} is this matrix; the same where no gate refers to it. */
    public static GatingDocument in(GatingDocument document, Spillover spillover) {
        boolean isNeeded = document.gates().stream()
                .flatMap(gate -> gate.dimensions().stream())
                .anyMatch(dimension -> dimension.compensation().equals(Dimension.AS_IN_FILE));
        if (!isNeeded) {
            return document;
        }
        String id = "spillover";
        for (int i = 2; document.matrices().containsKey(id); i++) {
            id = "spillover " + i;
        }
        Map<String, SpectrumMatrix> matrices = new LinkedHashMap<>(document.matrices());
        matrices.put(id, SpectrumMatrix.of(id, spillover));
        List<Gate> gates =
                document.gates().stream().map(new EmbeddedSpillover(id)::gate).toList();
        return new GatingDocument(gates, document.transformations(), matrices);
    }

    private Gate gate(Gate gate) {
        return switch (gate) {
            case Gate.Rectangle(var name, var parent, var ranges) ->
                new Gate.Rectangle(
                        name,
                        parent,
                        ranges.stream()
                                .map(range -> new Gate.Range(dimension(range.dimension()), range.min(), range.max()))
                                .toList());
            case Gate.Polygon(var name, var parent, var x, var y, var vertices) ->
                new Gate.Polygon(name, parent, dimension(x), dimension(y), vertices);
            case Gate.Ellipsoid(var name, var parent, var dimensions, var mean, var covariance, var square) ->
                new Gate.Ellipsoid(
                        name, parent, dimensions.stream().map(this::dimension).toList(), mean, covariance, square);
            case Gate.Quadrants(var name, var parent, var dividers, var quadrants) ->
                new Gate.Quadrants(
                        name,
                        parent,
                        dividers.stream()
                                .map(divider -> new Gate.Divider(
                                        divider.id(), dimension(divider.dimension()), divider.values()))
                                .toList(),
                        quadrants);
            case Gate.SetOperation operation -> operation;
        };
    }

    private Dimension dimension(Dimension dimension) {
        return dimension.compensation().equals(Dimension.AS_IN_FILE) ? dimension.compensatedBy(id) : dimension;
    }
}
