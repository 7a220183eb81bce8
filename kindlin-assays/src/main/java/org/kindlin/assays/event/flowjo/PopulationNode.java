package org.kindlin.assays.event.flowjo;

import java.util.List;
import java.util.Optional;

/**
 * One population of a gate tree as the workspace has it.
 *
 * @param shape its gate; empty for set operations, and where it cannot be read
 * @param operation {@code AndNode}, {@code OrNode}, {@code NotNode}; empty for a population with a gate
 * @param operands paths of the populations that are joined
 * @param unreadable why the gate cannot be read; empty where it can
 */
record PopulationNode(
        String name,
        double count,
        Optional<Shape> shape,
        String operation,
        List<String> operands,
        String unreadable,
        List<FlowJoStatistic> statistics,
        List<PopulationNode> children) {

    /**
     * A gate in FlowJo's own terms: rectangles and polygons in data values, ellipses on a display of 256 x 256.
     *
     * @param kind {@code RectangleGate}, {@code PolygonGate}, {@code EllipsoidGate}
     * @param channels dimensions, with the prefix of compensation where FlowJo writes it
     * @param limits of a rectangle, by dimension: lower, upper; infinite where open
     * @param points vertices of a polygon; foci and then edge points of an ellipse
     * @param distance sum of the distances of an ellipse's edge to its foci; 0 where not stated
     * @param inside whether events inside are kept
     */
    record Shape(
            String kind,
            List<String> channels,
            List<double[]> limits,
            List<double[]> points,
            double distance,
            boolean inside) {

        /** The same shape, of which the other side is kept. */
        Shape complement() {
            return new Shape(kind, channels, limits, points, distance, !inside);
        }
    }
}
