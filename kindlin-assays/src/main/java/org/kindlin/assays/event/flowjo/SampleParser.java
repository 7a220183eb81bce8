package org.kindlin.assays.event.flowjo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.kindlin.assays.event.gating.SpectrumMatrix;
import org.kindlin.assays.quantity.FiniteNumber;
import org.kindlin.assays.text.XmlCursor;
import org.kindlin.numerics.scale.ArcsinhScale;
import org.kindlin.numerics.scale.BiexScale;
import org.kindlin.numerics.scale.FlooredLogScale;
import org.kindlin.numerics.scale.HyperlogScale;
import org.kindlin.numerics.scale.LogicleScale;

/** Reads one {@code Sample} of a workspace. */
final class SampleParser {
    private final XmlCursor xml;
    private final List<String> names = new ArrayList<>();
    private final Map<String, DisplayAxis> axes = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();
    private Optional<SpectrumMatrix> matrix = Optional.empty();
    private List<PopulationNode> roots = List.of();
    /** FlowJo shows the clock's units times this, and saves gates so; the file means {@code $TIMESTEP}. */
    private final Map<String, Double> timeGains = new LinkedHashMap<>();

    private double timeStep = 1;

    SampleParser(XmlCursor xml) {
        this.xml = xml;
    }

    FlowJoSample sample() throws XMLStreamException {
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "DataSet" -> {
                    name(xml.attribute("uri"));
                    xml.skip();
                }
                case "Transformations" -> transformations();
                case "Keywords" -> keywords();
                case "spilloverMatrix" -> matrix = matrix();
                case "SampleNode" -> node();
                default -> xml.skip();
            }
        }
        timeGains.forEach(
                (channel, gain) -> axes.computeIfPresent(channel, (_, axis) -> axis.inUnits(timeStep / gain)));
        return new TreeConversion(axes, matrix, problems).sample(names, roots);
    }

    private void keywords() throws XMLStreamException {
        while (xml.nextElement()) {
            switch (xml.attribute("name").toUpperCase(Locale.ROOT)) {
                case "$FIL" -> name(xml.attribute("value"));
                case "$TIMESTEP" ->
                    timeStep = FiniteNumber.parse(xml.attribute("value"))
                            .filter(step -> step > 0)
                            .orElse(1.0);
                default -> {}
            }
            xml.skip();
        }
    }

    private void name(String uri) {
        String path = decoded(uri).replace('\\', '/');
        String name = path.substring(path.lastIndexOf('/') + 1).strip();
        if (!name.isEmpty() && !names.contains(name)) {
            names.add(name);
        }
    }

    private static String decoded(String uri) {
        try {
            return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return uri;
        }
    }

    private void node() throws XMLStreamException {
        name(xml.attribute("name"));
        while (xml.nextElement()) {
            if (xml.name().equals("Subpopulations")) {
                roots = new PopulationParser(xml).populations(new ArrayList<>());
            } else {
                xml.skip();
            }
        }
    }

    private void transformations() throws XMLStreamException {
        while (xml.nextElement()) {
            String kind = xml.name();
            double gain = kind.equals("linear") ? value("gain", 1) : 1;
            Optional<DisplayAxis> axis = Optional.empty();
            try {
                axis = axis(kind);
            } catch (IllegalArgumentException e) {
                problems.add("the " + kind + " scale of a channel: " + e.getMessage());
            }
            String channel = "";
            while (xml.nextElement()) {
                if (xml.name().equals("parameter")) {
                    channel = xml.attribute("name");
                }
                xml.skip();
            }
            if (axis.isPresent() && !channel.isEmpty()) {
                boolean isTime = channel.strip().equalsIgnoreCase("time");
                boolean isGained = gain != 1 && !(isTime && gain > 0);
                axes.put(
                        channel,
                        isGained
                                ? DisplayAxis.linear(
                                        axis.get().from(), axis.get().to())
                                : axis.get());
                if (isTime && gain != 1 && gain > 0) {
                    timeGains.put(channel, gain);
                }
                if (isGained) {
                    problems.add(
                            "the gain " + gain + " of channel '" + channel + "' is not applied, for what FlowJo does"
                                    + " with it is not published: compare the counts of its gates");
                }
            } else {
                problems.add("the " + kind + " scale of channel '" + channel + "' is not read; it is taken as linear");
            }
        }
    }

    private Optional<DisplayAxis> axis(String kind) {
        return switch (kind) {
            case "linear" -> {
                double from = value("minRange", 0);
                double to = value("maxRange", 262144);
                yield to > from ? Optional.of(DisplayAxis.ended(from, to)) : Optional.empty();
            }
            case "biex" ->
                Optional.of(DisplayAxis.of(new BiexScale(new BiexScale.Parameters(
                        value("maxRange", 262144), value("pos", 4.5), value("neg", 0), value("width", -10)))));
            case "log" -> Optional.of(DisplayAxis.of(new FlooredLogScale(value("offset", 1), value("decades", 4.5))));
            case "logicle" ->
                Optional.of(DisplayAxis.of(
                        new LogicleScale(value("T", 262144), value("W", 0.5), value("M", 4.5), value("A", 0))));
            case "hyperlog" ->
                Optional.of(DisplayAxis.of(
                        new HyperlogScale(value("T", 262144), value("W", 0.5), value("M", 4.5), value("A", 0))));
            case "fasinh" ->
                Optional.of(DisplayAxis.of(new ArcsinhScale(value("T", 262144), value("M", 4.5), value("A", 0))));
            default -> Optional.empty();
        };
    }

    private double value(String attribute, double otherwise) {
        return FiniteNumber.parse(xml.attribute(attribute)).orElse(otherwise);
    }

    /** The matrix of the sample: fluorochromes are the detectors' names between prefix and suffix. */
    private Optional<SpectrumMatrix> matrix() throws XMLStreamException {
        SpilloverElement element = SpilloverElement.read(xml);
        String id = element.name().isEmpty() ? "FlowJo compensation" : element.name();
        List<String> fluorochromes = element.detectors().stream()
                .map(name -> element.prefix() + name + element.suffix())
                .toList();
        try {
            SpectrumMatrix read = new SpectrumMatrix(
                    id, fluorochromes, element.detectors(), element.rows().toArray(new double[0][]), false);
            read.unmixing();
            return Optional.of(read);
        } catch (IllegalArgumentException e) {
            problems.add("spillover matrix '" + id + "' is not read: " + e.getMessage());
            return Optional.empty();
        }
    }
}
