package org.kindlin.assays.event.gating;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.text.XmlCursor;
import org.kindlin.numerics.scale.ArcsinhScale;
import org.kindlin.numerics.scale.ClampedScale;
import org.kindlin.numerics.scale.HyperlogScale;
import org.kindlin.numerics.scale.LinearScale;
import org.kindlin.numerics.scale.LogScale;
import org.kindlin.numerics.scale.LogicleScale;
import org.kindlin.numerics.scale.Scale;

/** Reads one transformation or spectrum matrix, from the start of its element to the end. */
final class TransformationParser {
    private final XmlCursor xml;

    TransformationParser(XmlCursor xml) {
        this.xml = xml;
    }

    Transformation transformation() throws XMLStreamException {
        String id = GatingAttributes.required(xml, "id");
        double lowest = GatingAttributes.number(xml, "boundMin", Double.NEGATIVE_INFINITY);
        double highest = GatingAttributes.number(xml, "boundMax", Double.POSITIVE_INFINITY);
        if (lowest > highest) {
            throw new MalformedGate("transformation '" + id + "' is bound from " + lowest + " to " + highest);
        }
        @Nullable Transformation read = null;
        while (xml.nextElement()) {
            if (xml.name().equals("custom_info")) {
                xml.skip();
            } else {
                read = xml.name().equals("fratio")
                        ? ratio(id, lowest, highest)
                        : new Transformation.OnScale(id, bound(scale(), lowest, highest));
            }
        }
        if (read == null) {
            throw new MalformedGate("transformation '" + id + "' is empty");
        }
        return read;
    }

    private static Scale bound(Scale scale, double lowest, double highest) {
        boolean isFree = Double.isInfinite(lowest) && Double.isInfinite(highest);
        return isFree ? scale : new ClampedScale(scale, lowest, highest);
    }

    private Scale scale() throws XMLStreamException {
        double t = GatingAttributes.number(xml, "T");
        Scale scale = switch (xml.name()) {
            case "flin" -> new LinearScale(t, of("A"));
            case "flog" -> new LogScale(t, of("M"));
            case "fasinh" -> new ArcsinhScale(t, of("M"), of("A"));
            case "logicle" -> new LogicleScale(t, of("W"), of("M"), of("A"));
            case "hyperlog" -> new HyperlogScale(t, of("W"), of("M"), of("A"));
            default -> throw new MalformedGate("<" + xml.name() + "> is no transformation of Gating-ML 2.0");
        };
        xml.skip();
        return scale;
    }

    private double of(String parameter) {
        return GatingAttributes.number(xml, parameter);
    }

    private Transformation ratio(String id, double lowest, double highest) throws XMLStreamException {
        double factor = GatingAttributes.finite(xml, "A");
        double numeratorOffset = GatingAttributes.finite(xml, "B");
        double denominatorOffset = GatingAttributes.finite(xml, "C");
        List<String> channels = names();
        if (channels.size() != 2) {
            throw new MalformedGate("ratio '" + id + "' is of " + channels.size() + " channels");
        }
        return new Transformation.Ratio(
                id, factor, numeratorOffset, denominatorOffset, channels.get(0), channels.get(1), lowest, highest);
    }

    /** Names of the {@code fcs-dimension} elements within the element. */
    private List<String> names() throws XMLStreamException {
        List<String> names = new ArrayList<>();
        while (xml.nextElement()) {
            if (xml.name().equals("custom_info")) {
                xml.skip();
            } else if (GatingAttributes.source(xml) instanceof Dimension.Source.Channel(String name)) {
                names.add(name);
            } else {
                throw new MalformedGate("a channel must be an fcs-dimension here");
            }
        }
        return names;
    }

    SpectrumMatrix spectrumMatrix() throws XMLStreamException {
        String id = GatingAttributes.required(xml, "id");
        boolean inverted = GatingAttributes.flag(xml, "matrix-inverted-already");
        List<String> fluorochromes = List.of();
        List<String> detectors = List.of();
        List<double[]> rows = new ArrayList<>();
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "fluorochromes" -> fluorochromes = names();
                case "detectors" -> detectors = names();
                case "spectrum" -> rows.add(coefficients());
                case "custom_info" -> xml.skip();
                default -> throw new MalformedGate("<" + xml.name() + "> is not expected in a spectrum matrix");
            }
        }
        return new SpectrumMatrix(id, fluorochromes, detectors, rows.toArray(new double[0][]), inverted);
    }

    private double[] coefficients() throws XMLStreamException {
        List<Double> row = new ArrayList<>();
        while (xml.nextElement()) {
            if (!xml.name().equals("coefficient")) {
                throw new MalformedGate("<" + xml.name() + "> is no coefficient");
            }
            row.add(GatingAttributes.finite(xml, "value"));
            xml.skip();
        }
        return row.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
