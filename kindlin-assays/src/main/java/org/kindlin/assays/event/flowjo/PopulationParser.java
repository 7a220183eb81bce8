package org.kindlin.assays.event.flowjo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.kindlin.assays.event.flowjo.PopulationNode.Shape;
import org.kindlin.assays.quantity.FiniteNumber;
import org.kindlin.assays.text.XmlCursor;

/** Reads a gate tree, from the start of {@code Subpopulations} to its end. */
final class PopulationParser {
    private static final String CURLY = "CurlyQuad";
    private static final Set<String> SHAPES = Set.of("RectangleGate", "PolygonGate", "EllipsoidGate", CURLY);
    private static final Set<String> NODES = Set.of("Population", "AndNode", "OrNode", "NotNode");

    private final XmlCursor xml;

    PopulationParser(XmlCursor xml) {
        this.xml = xml;
    }

    /** The populations below the element, and its statistics. */
    List<PopulationNode> populations(List<FlowJoStatistic> statistics) throws XMLStreamException {
        List<PopulationNode> nodes = new ArrayList<>();
        while (xml.nextElement()) {
            if (NODES.contains(xml.name())) {
                nodes.add(population());
            } else {
                if (xml.name().equals("Statistic")) {
                    statistic().ifPresent(statistics::add);
                }
                xml.skip();
            }
        }
        return nodes;
    }

    private Optional<FlowJoStatistic> statistic() {
        Optional<Double> value = FiniteNumber.parse(xml.attribute("value"));
        return value.map(number -> new FlowJoStatistic(xml.attribute("name"), xml.attribute("id"), number));
    }

    private PopulationNode population() throws XMLStreamException {
        String name = xml.attribute("name").strip();
        String operation = xml.name().equals("Population") ? "" : xml.name();
        double count = FiniteNumber.parse(xml.attribute("count")).orElse(-1.0);
        Optional<Shape> shape = Optional.empty();
        String unreadable = "";
        List<String> operands = new ArrayList<>();
        List<FlowJoStatistic> statistics = new ArrayList<>();
        List<PopulationNode> children = List.of();
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "Gate" -> {
                    List<String> problems = new ArrayList<>();
                    shape = gate(problems);
                    unreadable = String.join("; ", problems);
                }
                case "Dependents" -> dependents(operands);
                case "Subpopulations" -> children = populations(statistics);
                default -> xml.skip();
            }
        }
        if (shape.isEmpty() && operation.isEmpty() && unreadable.isEmpty()) {
            unreadable = "it has no gate";
        }
        return new PopulationNode(
                name.isEmpty() ? "unnamed" : name, count, shape, operation, operands, unreadable, statistics, children);
    }

    private void dependents(List<String> operands) throws XMLStreamException {
        while (xml.nextElement()) {
            if (xml.name().equals("Dependent")) {
                operands.add(xml.attribute("name").strip());
            }
            xml.skip();
        }
    }

    private Optional<Shape> gate(List<String> problems) throws XMLStreamException {
        Optional<Shape> shape = Optional.empty();
        while (xml.nextElement()) {
            if (SHAPES.contains(xml.name())) {
                shape = shape(problems);
            } else {
                problems.add("a " + xml.name() + " is not read");
                xml.skip();
            }
        }
        return shape;
    }

    private Optional<Shape> shape(List<String> problems) throws XMLStreamException {
        boolean isOld = xml.namespace().contains("/v1.");
        boolean isBent = xml.name().equals(CURLY) && (isBent("percentX") || isBent("percentY"));
        String kind = xml.name().equals(CURLY) ? "RectangleGate" : xml.name();
        double distance = FiniteNumber.parse(xml.attribute("distance")).orElse(0.0);
        boolean inside = !xml.attribute("eventsInside").equals("0");
        List<String> channels = new ArrayList<>();
        List<double[]> limits = new ArrayList<>();
        List<double[]> points = new ArrayList<>();
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "dimension" -> {
                    limits.add(new double[] {
                        FiniteNumber.parse(xml.attribute("min")).orElse(Double.NEGATIVE_INFINITY),
                        FiniteNumber.parse(xml.attribute("max")).orElse(Double.POSITIVE_INFINITY)
                    });
                    channels.add(channel());
                }
                case "vertex" -> points.add(point());
                case "foci", "edge" -> {
                    while (xml.nextElement()) {
                        points.add(point());
                    }
                }
                default -> xml.skip();
            }
        }
        if (isOld || isBent) {
            problems.add(
                    isOld
                            ? "it is of Gating-ML 1, which FlowJo wrote before version 10"
                            : "a " + CURLY + " with bent lines is not read");
            return Optional.empty();
        }
        if (!isComplete(kind, channels, points)) {
            problems.add("its " + kind + " is incomplete");
            return Optional.empty();
        }
        return Optional.of(new Shape(kind, channels, limits, points, distance, inside));
    }

    /** The lines of a curly quadrant bend by a percentage; without one they are those of a plain quadrant. */
    private boolean isBent(String attribute) {
        String text = xml.attribute(attribute).strip();
        return !text.isEmpty() && FiniteNumber.parse(text).orElse(Double.NaN) != 0;
    }

    private static boolean isComplete(String kind, List<String> channels, List<double[]> points) {
        boolean flat = points.stream().allMatch(point -> point.length == 2);
        return switch (kind) {
            case "RectangleGate" -> !channels.isEmpty() && !channels.contains("");
            case "PolygonGate" -> channels.size() == 2 && points.size() >= 3 && flat;
            default -> channels.size() == 2 && points.size() >= 6 && flat;
        };
    }

    private String channel() throws XMLStreamException {
        String name = "";
        while (xml.nextElement()) {
            if (xml.name().equals("fcs-dimension") || xml.name().equals("parameter")) {
                name = xml.attribute("name");
            }
            xml.skip();
        }
        return name;
    }

    private double[] point() throws XMLStreamException {
        List<Double> values = new ArrayList<>();
        while (xml.nextElement()) {
            FiniteNumber.parse(xml.attribute("value")).ifPresent(values::add);
            xml.skip();
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
