package org.kindlin.assays.event.gating;

import java.util.function.UnaryOperator;

/** Gates with other dimensions in the place of their own. */
public final class GateDimensions {
    private GateDimensions() {}

    /** The same gate, each dimension replaced. */
    public static Gate replaced(Gate gate, UnaryOperator<Dimension> by) {
        return switch (gate) {
            case Gate.Rectangle(var name, var parent, var ranges) ->
                new Gate.Rectangle(
                        name,
                        parent,
                        ranges.stream()
                                .map(range -> new Gate.Range(by.apply(range.dimension()), range.min(), range.max()))
                                .toList());
            case Gate.Polygon(var name, var parent, var x, var y, var vertices) ->
                new Gate.Polygon(name, parent, by.apply(x), by.apply(y), vertices);
            case Gate.Ellipsoid(var name, var parent, var dimensions, var mean, var covariance, var square) ->
                new Gate.Ellipsoid(name, parent, dimensions.stream().map(by).toList(), mean, covariance, square);
            case Gate.Quadrants(var name, var parent, var dividers, var quadrants) ->
                new Gate.Quadrants(
                        name,
                        parent,
                        dividers.stream()
                                .map(divider ->
                                        new Gate.Divider(divider.id(), by.apply(divider.dimension()), divider.values()))
                                .toList(),
                        quadrants);
            case Gate.SetOperation operation -> operation;
        };
    }
}
