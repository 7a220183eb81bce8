package org.kindlin.assays.event.gating;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.kindlin.numerics.scale.ArcsinhScale;
import org.kindlin.numerics.scale.BiexScale;
import org.kindlin.numerics.scale.ClampedScale;
import org.kindlin.numerics.scale.FlooredLogScale;
import org.kindlin.numerics.scale.HyperlogScale;
import org.kindlin.numerics.scale.LinearScale;
import org.kindlin.numerics.scale.LogScale;
import org.kindlin.numerics.scale.LogicleScale;
import org.kindlin.numerics.scale.Scale;

/** Writes Gating-ML 2.0: numbers so that they read back bit for bit. */
public final class GatingMlWriter {
    private static final String GATING = "http://www.isac-net.org/std/Gating-ML/v2.0/gating";
    private static final String TRANSFORMS = "http://www.isac-net.org/std/Gating-ML/v2.0/transformations";
    private static final String DATA = "http://www.isac-net.org/std/Gating-ML/v2.0/datatypes";

    private final XMLStreamWriter xml;
    private int depth;

    private GatingMlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /**
     * The document as UTF-8.
     *
     * @param remark what a reader should know of it; a line of {@code custom_info}, or none where empty
     * @throws IllegalArgumentException if a scale is none of Gating-ML, such as FlowJo's biexponential
     */
    public static byte[] bytes(GatingDocument document, String remark) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new GatingMlWriter(xml).document(document, remark);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string writer does not fail", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Whether every scale of a document is one of Gating-ML; FlowJo's biexponential is not. */
    public static boolean canWrite(GatingDocument document) {
        return document.transformations().values().stream().noneMatch(GatingMlWriter::isForeign);
    }

    private static boolean isForeign(Transformation transformation) {
        if (!(transformation instanceof Transformation.OnScale(String _, Scale scale))) {
            return false;
        }
        Scale inner = scale instanceof ClampedScale clamped ? clamped.scale() : scale;
        return inner instanceof BiexScale || inner instanceof FlooredLogScale || inner instanceof ClampedScale;
    }

    private void document(GatingDocument document, String remark) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setPrefix("gating", GATING);
        xml.setPrefix("transforms", TRANSFORMS);
        xml.setPrefix("data-type", DATA);
        open(GATING, "Gating-ML");
        xml.writeNamespace("gating", GATING);
        xml.writeNamespace("transforms", TRANSFORMS);
        xml.writeNamespace("data-type", DATA);
        if (!remark.isEmpty()) {
            line();
            xml.writeStartElement(DATA, "custom_info");
            xml.writeCharacters(remark);
            xml.writeEndElement();
        }
        for (Transformation transformation : document.transformations().values()) {
            transformation(transformation);
        }
        for (SpectrumMatrix matrix : document.matrices().values()) {
            matrix(matrix);
        }
        for (Gate gate : document.gates()) {
            gate(gate);
        }
        close();
        xml.writeEndDocument();
    }

    private void transformation(Transformation transformation) throws XMLStreamException {
        open(TRANSFORMS, "transformation");
        attribute(TRANSFORMS, "id", transformation.id());
        switch (transformation) {
            case Transformation.OnScale(String _, ClampedScale(Scale scale, double lowest, double highest)) -> {
                bounds(lowest, highest);
                scale(scale);
            }
            case Transformation.OnScale(String _, Scale scale) -> scale(scale);
            case Transformation.Ratio ratio -> {
                bounds(ratio.lowest(), ratio.highest());
                open(TRANSFORMS, "fratio");
                number("A", ratio.factor());
                number("B", ratio.numeratorOffset());
                number("C", ratio.denominatorOffset());
                channel(ratio.numerator());
                channel(ratio.denominator());
                close();
            }
        }
        close();
    }

    private void bounds(double lowest, double highest) throws XMLStreamException {
        if (lowest > Double.NEGATIVE_INFINITY) {
            number("boundMin", lowest);
        }
        if (highest < Double.POSITIVE_INFINITY) {
            number("boundMax", highest);
        }
    }

    private void scale(Scale scale) throws XMLStreamException {
        switch (scale) {
            case LinearScale linear -> function("flin", List.of("T", "A"), linear.top(), linear.below());
            case LogScale log -> function("flog", List.of("T", "M"), log.top(), log.decades());
            case ArcsinhScale s ->
                function("fasinh", List.of("T", "M", "A"), s.top(), s.decades(), s.negativeDecades());
            case LogicleScale s ->
                function(
                        "logicle",
                        List.of("T", "W", "M", "A"),
                        s.parameters().top(),
                        s.parameters().linearDecades(),
                        s.parameters().decades(),
                        s.parameters().negativeDecades());
            case HyperlogScale s ->
                function(
                        "hyperlog",
                        List.of("T", "W", "M", "A"),
                        s.parameters().top(),
                        s.parameters().linearDecades(),
                        s.parameters().decades(),
                        s.parameters().negativeDecades());
            case BiexScale _, FlooredLogScale _, ClampedScale _ ->
                throw new IllegalArgumentException(
                        "Gating-ML 2.0 has no " + scale.getClass().getSimpleName());
        }
    }

    private void function(String name, List<String> parameters, double... values) throws XMLStreamException {
        line();
        xml.writeEmptyElement(TRANSFORMS, name);
        for (int i = 0; i < values.length; i++) {
            number(parameters.get(i), values[i]);
        }
    }

    private void number(String name, double value) throws XMLStreamException {
        attribute(TRANSFORMS, name, text(value));
    }

    private void matrix(SpectrumMatrix matrix) throws XMLStreamException {
        open(TRANSFORMS, "spectrumMatrix");
        attribute(TRANSFORMS, "id", matrix.id());
        if (matrix.inverted()) {
            attribute(TRANSFORMS, "matrix-inverted-already", "true");
        }
        channels("fluorochromes", matrix.fluorochromes());
        channels("detectors", matrix.detectors());
        for (double[] row : matrix.coefficients()) {
            open(TRANSFORMS, "spectrum");
            for (double value : row) {
                line();
                xml.writeEmptyElement(TRANSFORMS, "coefficient");
                attribute(TRANSFORMS, "value", text(value));
            }
            close();
        }
        close();
    }

    private void channels(String element, List<String> names) throws XMLStreamException {
        open(TRANSFORMS, element);
        for (String name : names) {
            channel(name);
        }
        close();
    }

    private void channel(String name) throws XMLStreamException {
        line();
        xml.writeEmptyElement(DATA, "fcs-dimension");
        attribute(DATA, "name", name);
    }

    private void gate(Gate gate) throws XMLStreamException {
        switch (gate) {
            case Gate.Rectangle rectangle -> {
                begin("RectangleGate", gate);
                for (Gate.Range range : rectangle.ranges()) {
                    dimension("dimension", range.dimension(), Optional.of(range));
                    close();
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
                open(GATING, "covarianceMatrix");
                for (double[] row : ellipsoid.covariance()) {
                    values("row", "entry", row);
                }
                close();
                value("distanceSquare", ellipsoid.distanceSquare());
            }
            case Gate.Quadrants quadrants -> quadrants(quadrants);
            case Gate.SetOperation operation -> {
                begin("BooleanGate", gate);
                open(GATING, operation.operation().name().toLowerCase(java.util.Locale.ROOT));
                for (Gate.Reference reference : operation.references()) {
                    line();
                    xml.writeEmptyElement(GATING, "gateReference");
                    attribute(GATING, "ref", reference.gate());
                    if (reference.complement()) {
                        attribute(GATING, "use-as-complement", "true");
                    }
                }
                close();
            }
        }
        close();
    }

    private void quadrants(Gate.Quadrants gate) throws XMLStreamException {
        begin("QuadrantGate", gate);
        for (Gate.Divider divider : gate.dividers()) {
            open(GATING, "divider");
            attribute(GATING, "id", divider.id());
            references(divider.dimension());
            source(divider.dimension());
            for (double value : divider.values()) {
                line();
                xml.writeStartElement(GATING, "value");
                xml.writeCharacters(text(value));
                xml.writeEndElement();
            }
            close();
        }
        for (Gate.Quadrant quadrant : gate.quadrants()) {
            open(GATING, "Quadrant");
            attribute(GATING, "id", quadrant.id());
            for (Gate.Position position : quadrant.positions()) {
                line();
                xml.writeEmptyElement(GATING, "position");
                attribute(GATING, "divider_ref", position.divider());
                attribute(GATING, "location", text(position.location()));
            }
            close();
        }
    }

    private void begin(String element, Gate gate) throws XMLStreamException {
        open(GATING, element);
        attribute(GATING, "id", gate.id());
        if (gate.parent().isPresent()) {
            attribute(GATING, "parent_id", gate.parent().get());
        }
    }

    private void dimensions(Gate gate) throws XMLStreamException {
        for (Dimension dimension : gate.dimensions()) {
            dimension("dimension", dimension, Optional.empty());
            close();
        }
    }

    private void dimension(String element, Dimension dimension, Optional<Gate.Range> range) throws XMLStreamException {
        open(GATING, element);
        if (range.isPresent() && Double.isFinite(range.get().min())) {
            attribute(GATING, "min", text(range.get().min()));
        }
        if (range.isPresent() && Double.isFinite(range.get().max())) {
            attribute(GATING, "max", text(range.get().max()));
        }
        references(dimension);
        source(dimension);
    }

    private void references(Dimension dimension) throws XMLStreamException {
        attribute(GATING, "compensation-ref", dimension.compensation());
        if (dimension.transformation().isPresent()) {
            attribute(GATING, "transformation-ref", dimension.transformation().get());
        }
    }

    private void source(Dimension dimension) throws XMLStreamException {
        switch (dimension.source()) {
            case Dimension.Source.Channel(String name) -> channel(name);
            case Dimension.Source.Derived(String id) -> {
                line();
                xml.writeEmptyElement(DATA, "new-dimension");
                attribute(DATA, "transformation-ref", id);
            }
        }
    }

    private void values(String outer, String inner, double... values) throws XMLStreamException {
        open(GATING, outer);
        for (double value : values) {
            value(inner, value);
        }
        close();
    }

    private void value(String element, double value) throws XMLStreamException {
        line();
        xml.writeEmptyElement(GATING, element);
        attribute(DATA, "value", text(value));
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private void attribute(String namespace, String name, String value) throws XMLStreamException {
        xml.writeAttribute(namespace, name, value);
    }

    private void open(String namespace, String name) throws XMLStreamException {
        if (depth > 0) {
            line();
        }
        xml.writeStartElement(namespace, name);
        depth++;
    }

    private void close() throws XMLStreamException {
        depth--;
        line();
        xml.writeEndElement();
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(Math.max(0, depth)));
    }
}
