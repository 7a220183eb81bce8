package org.kindlin.assays.event.gating;

import java.util.List;
import java.util.Optional;

/** A gate of a Gating-ML document (Gating-ML 2.0, section 5). Of a gate with a parent only events in the parent are in. */
public sealed interface Gate {
    String id();

    /** Id of the gate whose events it selects from; empty for all events. */
    Optional<String> parent();

    /** Dimensions it looks at; none for a boolean gate. */
    List<Dimension> dimensions();

    /** Events with {@code min <= x < max} in every dimension. */
    record Rectangle(String id, Optional<String> parent, List<Range> ranges) implements Gate {
        public Rectangle {
            ranges = List.copyOf(ranges);
        }

        @Override
        public List<Dimension> dimensions() {
            return ranges.stream().map(Range::dimension).toList();
        }
    }

    /**
     * One dimension of a rectangle.
     *
     * @param min minus infinity for none
     * @param max infinity for none
     */
    record Range(Dimension dimension, double min, double max) {}

    /** Events inside a polygon by the even-odd rule, its boundary included. */
    record Polygon(String id, Optional<String> parent, Dimension x, Dimension y, List<Vertex> vertices)
            implements Gate {
        public Polygon {
            vertices = List.copyOf(vertices);
        }

        @Override
        public List<Dimension> dimensions() {
            return List.of(x, y);
        }
    }

    /** A corner of a polygon. */
    record Vertex(double x, double y) {}

    /** Events with {@code (x - mean)' covariance^-1 (x - mean) <= distanceSquare}. */
    record Ellipsoid(
            String id,
            Optional<String> parent,
            List<Dimension> dimensions,
            double[] mean,
            double[][] covariance,
            double distanceSquare)
            implements Gate {
        public Ellipsoid {
            dimensions = List.copyOf(dimensions);
        }

        /** Whether the covariance has an inverse, without which no distance is defined. */
        public boolean isRegular() {
            return EllipsoidForm.of(covariance).isPresent();
        }
    }

    /** Dividers cut dimensions into half-open intervals; each quadrant is a population of its own, with an id. */
    record Quadrants(String id, Optional<String> parent, List<Divider> dividers, List<Quadrant> quadrants)
            implements Gate {
        public Quadrants {
            dividers = List.copyOf(dividers);
            quadrants = List.copyOf(quadrants);
        }

        @Override
        public List<Dimension> dimensions() {
            return dividers.stream().map(Divider::dimension).toList();
        }
    }

    /** Values that cut one dimension, ascending. */
    record Divider(String id, Dimension dimension, double[] values) {}

    /** A population: one interval of each of some dividers. */
    record Quadrant(String id, List<Position> positions) {
        public Quadrant {
            positions = List.copyOf(positions);
        }
    }

    /** The interval of a divider that a location lies in. */
    record Position(String divider, double location) {}

    /** Events by set operations on other gates. */
    record SetOperation(String id, Optional<String> parent, Operation operation, List<Reference> references)
            implements Gate {
        public SetOperation {
            references = List.copyOf(references);
        }

        @Override
        public List<Dimension> dimensions() {
            return List.of();
        }
    }

    /** How a boolean gate joins its references. */
    enum Operation {
        AND,
        OR,
        NOT
    }

    /** A gate, or all events that are not in it. */
    record Reference(String gate, boolean complement) {}
}
