package org.kindlin.assays.event.gating;

import static org.kindlin.assays.event.gating.GatingXml.DATA;
import static org.kindlin.assays.event.gating.GatingXml.GATING;

import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** Writes gates (Gating-ML 2.0, section 5). */
final class GateWriter {
    private final GatingXml xml;

    GateWriter(GatingXml xml) {
        this.xml = xml;
    }

    void gate(Gate gate) throws XMLStreamException {
        switch (gate) {
            case Gate.Rectangle rectangle -> {
                begin("RectangleGate", gate);
                for (Gate.Range range : rectangle.ranges()) {
                    dimension("dimension", range.dimension(), Optional.of(range));
                    xml.close();
                }
            }
            case Gate.Polygon polygon -> {
                begin("PolygonGate", gate);
                dimensions(polygon);
                for (Gate.Vertex vertex : polygon.vertices()) {
                    values("vertex", "coordinate", vertex.x(), vertex.y());
                }
            }
            case Gate.Ellipsoid ellipsoid -> {
                begin("EllipsoidGate", gate);
                dimensions(ellipsoid);
                values("mean", "coordinate", ellipsoid.mean());
                xml.open(GATING, "covarianceMatrix");
                for (double[] row : ellipsoid.covariance()) {
                    values("row", "entry", row);
                }
                xml.close();
                value("distanceSquare", ellipsoid.distanceSquare());
            }
            case Gate.Quadrants quadrants -> quadrants(quadrants);
            case Gate.SetOperation operation -> {
                begin("BooleanGate", gate);
                xml.open(GATING, operation.operation().name().toLowerCase(Locale.ROOT));
                for (Gate.Reference reference : operation.references()) {
                    xml.empty(GATING, "gateReference");
                    xml.attribute(GATING, "ref", reference.gate());
                    if (reference.complement()) {
                        xml.attribute(GATING, "use-as-complement", "true");
                    }
                }
                xml.close();
            }
        }
        xml.close();
    }

    private void quadrants(Gate.Quadrants gate) throws XMLStreamException {
        begin("QuadrantGate", gate);
        for (Gate.Divider divider : gate.dividers()) {
            xml.open(GATING, "divider");
            xml.attribute(GATING, "id", divider.id());
            references(divider.dimension());
            source(divider.dimension());
            for (double value : divider.values()) {
                xml.leaf(GATING, "value", GatingXml.text(value));
            }
            xml.close();
        }
        for (Gate.Quadrant quadrant : gate.quadrants()) {
            xml.open(GATING, "Quadrant");
            xml.attribute(GATING, "id", quadrant.id());
            for (Gate.Position position : quadrant.positions()) {
                xml.empty(GATING, "position");
                xml.attribute(GATING, "divider_ref", position.divider());
                xml.attribute(GATING, "location", position.location());
            }
            xml.close();
        }
    }

    private void begin(String element, Gate gate) throws XMLStreamException {
        xml.open(GATING, element);
        xml.attribute(GATING, "id", gate.id());
        if (gate.parent().isPresent()) {
            xml.attribute(GATING, "parent_id", gate.parent().get());
        }
    }

    private void dimensions(Gate gate) throws XMLStreamException {
        for (Dimension dimension : gate.dimensions()) {
            dimension("dimension", dimension, Optional.empty());
            xml.close();
        }
    }

    private void dimension(String element, Dimension dimension, Optional<Gate.Range> range) throws XMLStreamException {
        xml.open(GATING, element);
        if (range.isPresent() && Double.isFinite(range.get().min())) {
            xml.attribute(GATING, "min", range.get().min());
        }
        if (range.isPresent() && Double.isFinite(range.get().max())) {
            xml.attribute(GATING, "max", range.get().max());
        }
        references(dimension);
        source(dimension);
    }

    private void references(Dimension dimension) throws XMLStreamException {
        xml.attribute(GATING, "compensation-ref", dimension.compensation());
        if (dimension.transformation().isPresent()) {
            xml.attribute(
                    GATING, "transformation-ref", dimension.transformation().get());
        }
    }

    private void source(Dimension dimension) throws XMLStreamException {
        switch (dimension.source()) {
            case Dimension.Source.Channel(String name) -> xml.channel(name);
            case Dimension.Source.Derived(String id) -> {
                xml.empty(DATA, "new-dimension");
                xml.attribute(DATA, "transformation-ref", id);
            }
        }
    }

    private void values(String outer, String inner, double... values) throws XMLStreamException {
        xml.open(GATING, outer);
        for (double value : values) {
            value(inner, value);
        }
        xml.close();
    }

    private void value(String element, double value) throws XMLStreamException {
        xml.empty(GATING, element);
        xml.attribute(DATA, "value", value);
    }
}
