package org.kindlin.assays.event.gating;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.text.XmlCursor;

/** Reads one gate, from the start of its element to the end. */
final class GateParser {
    private final XmlCursor xml;

    GateParser(XmlCursor xml) {
        this.xml = xml;
    }

    Gate gate() throws XMLStreamException {
        String id = GatingAttributes.required(xml, "id");
        Optional<String> parent = GatingAttributes.optional(xml, "parent_id");
        return switch (xml.name()) {
            case "RectangleGate" -> rectangle(id, parent);
            case "PolygonGate" -> polygon(id, parent);
            case "EllipsoidGate" -> ellipsoid(id, parent);
            case "QuadrantGate" -> quadrants(id, parent);
            default -> bool(id, parent);
        };
    }

    private Gate rectangle(String id, Optional<String> parent) throws XMLStreamException {
        List<Gate.Range> ranges = new ArrayList<>();
        while (xml.nextElement()) {
            if (passOver("dimension")) {
                continue;
            }
            double min = GatingAttributes.number(xml, "min", Double.NEGATIVE_INFINITY);
            double max = GatingAttributes.number(xml, "max", Double.POSITIVE_INFINITY);
            ranges.add(new Gate.Range(dimension(), min, max));
        }
        if (ranges.isEmpty()) {
            throw new MalformedGate("rectangle gate '" + id + "' has no dimension");
        }
        return new Gate.Rectangle(id, parent, ranges);
    }

    private Gate polygon(String id, Optional<String> parent) throws XMLStreamException {
        List<Dimension> dimensions = new ArrayList<>();
        List<Gate.Vertex> vertices = new ArrayList<>();
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "dimension" -> dimensions.add(dimension());
                case "vertex" -> {
                    List<Double> at = values("coordinate");
                    if (at.size() != 2) {
                        throw new MalformedGate(
                                "a vertex of polygon gate '" + id + "' has " + at.size() + " coordinates");
                    }
                    vertices.add(new Gate.Vertex(at.get(0), at.get(1)));
                }
                default -> unknown();
            }
        }
        if (dimensions.size() != 2 || vertices.size() < 3) {
            throw new MalformedGate("polygon gate '" + id + "' has " + dimensions.size() + " dimensions and "
                    + vertices.size() + " vertices");
        }
        return new Gate.Polygon(id, parent, dimensions.get(0), dimensions.get(1), vertices);
    }

    private Gate ellipsoid(String id, Optional<String> parent) throws XMLStreamException {
        List<Dimension> dimensions = new ArrayList<>();
        double[] mean = {};
        double[][] covariance = {};
        double distance = Double.NaN;
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "dimension" -> dimensions.add(dimension());
                case "mean" -> mean = array(values("coordinate"));
                case "covarianceMatrix" -> covariance = rows("row", "entry");
                case "distanceSquare" -> {
                    distance = GatingAttributes.number(xml, "value");
                    xml.skip();
                }
                default -> unknown();
            }
        }
        int n = dimensions.size();
        boolean isSquare =
                covariance.length == n && List.of(covariance).stream().allMatch(row -> row.length == n);
        if (n < 2 || mean.length != n || !isSquare || !(distance >= 0)) {
            throw new MalformedGate("ellipsoid gate '" + id + "' has " + n + " dimensions, " + mean.length
                    + " coordinates of its mean, " + covariance.length + " rows of its covariance, distance square "
                    + distance);
        }
        return new Gate.Ellipsoid(id, parent, dimensions, mean, covariance, distance);
    }

    private Gate quadrants(String id, Optional<String> parent) throws XMLStreamException {
        List<Gate.Divider> dividers = new ArrayList<>();
        List<Gate.Quadrant> quadrants = new ArrayList<>();
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "divider" -> dividers.add(divider());
                case "Quadrant" -> quadrants.add(quadrant());
                default -> unknown();
            }
        }
        if (dividers.isEmpty() || quadrants.isEmpty()) {
            throw new MalformedGate("quadrant gate '" + id + "' has " + dividers.size() + " dividers and "
                    + quadrants.size() + " quadrants");
        }
        return new Gate.Quadrants(id, parent, dividers, quadrants);
    }

    private Gate.Divider divider() throws XMLStreamException {
        String id = GatingAttributes.required(xml, "id");
        List<Double> values = new ArrayList<>();
        Dimension dimension = dimension(values);
        for (int i = 0; i < values.size(); i++) {
            if (i > 0 && !(values.get(i - 1) < values.get(i))) {
                throw new MalformedGate("values of divider '" + id + "' do not ascend");
            }
        }
        if (values.isEmpty()) {
            throw new MalformedGate("divider '" + id + "' has no value");
        }
        return new Gate.Divider(id, dimension, array(values));
    }

    private Gate.Quadrant quadrant() throws XMLStreamException {
        String id = GatingAttributes.required(xml, "id");
        List<Gate.Position> positions = new ArrayList<>();
        while (xml.nextElement()) {
            if (passOver("position")) {
                continue;
            }
            positions.add(new Gate.Position(
                    GatingAttributes.required(xml, "divider_ref"), GatingAttributes.number(xml, "location")));
            xml.skip();
        }
        return new Gate.Quadrant(id, positions);
    }

    private Gate bool(String id, Optional<String> parent) throws XMLStreamException {
        Gate.@Nullable Operation operation = null;
        List<Gate.Reference> references = new ArrayList<>();
        while (xml.nextElement()) {
            if (xml.name().equals("custom_info")) {
                xml.skip();
                continue;
            }
            if (operation != null) {
                throw new MalformedGate("boolean gate '" + id + "' has more than one operation");
            }
            operation = switch (xml.name()) {
                case "and" -> Gate.Operation.AND;
                case "or" -> Gate.Operation.OR;
                case "not" -> Gate.Operation.NOT;
                default -> throw new MalformedGate("<" + xml.name() + "> is no operation of a boolean gate");
            };
            references(references);
        }
        boolean fits = operation == Gate.Operation.NOT ? references.size() == 1 : !references.isEmpty();
        if (operation == null || !fits) {
            throw new MalformedGate("boolean gate '" + id + "' has " + references.size() + " references");
        }
        return new Gate.SetOperation(id, parent, operation, references);
    }

    private void references(List<Gate.Reference> references) throws XMLStreamException {
        while (xml.nextElement()) {
            if (!passOver("gateReference")) {
                references.add(new Gate.Reference(
                        GatingAttributes.required(xml, "ref"), GatingAttributes.flag(xml, "use-as-complement")));
                xml.skip();
            }
        }
    }

    private Dimension dimension() throws XMLStreamException {
        return dimension(new ArrayList<>());
    }

    /** A dimension or divider; numbers of its {@code value} elements are added to the list. */
    private Dimension dimension(List<Double> values) throws XMLStreamException {
        String compensation = GatingAttributes.optional(xml, "compensation-ref").orElse(Dimension.UNCOMPENSATED);
        Optional<String> transformation = GatingAttributes.optional(xml, "transformation-ref");
        Dimension.@Nullable Source source = null;
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "fcs-dimension", "new-dimension" -> source = GatingAttributes.source(xml);
                case "value" -> values.add(GatingAttributes.number(xml.text(), "value"));
                default -> unknown();
            }
        }
        if (source == null) {
            throw new MalformedGate("a dimension does not say of what");
        }
        return new Dimension(source, compensation, transformation);
    }

    private List<Double> values(String element) throws XMLStreamException {
        List<Double> values = new ArrayList<>();
        while (xml.nextElement()) {
            if (!passOver(element)) {
                values.add(GatingAttributes.finite(xml, "value"));
                xml.skip();
            }
        }
        return values;
    }

    private double[][] rows(String row, String entry) throws XMLStreamException {
        List<double[]> rows = new ArrayList<>();
        while (xml.nextElement()) {
            if (!passOver(row)) {
                rows.add(array(values(entry)));
            }
        }
        return rows.toArray(new double[0][]);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether the element is information for programs only; anything else that is not expected is a fault. */
    private boolean passOver(String expected) throws XMLStreamException {
        if (xml.name().equals(expected)) {
            return false;
        }
        unknown();
        return true;
    }

    private void unknown() throws XMLStreamException {
        if (!xml.name().equals("custom_info")) {
            throw new MalformedGate("<" + xml.name() + "> is not expected here");
        }
        xml.skip();
    }
}
