package org.kindlin.assays.image.tiff;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kindlin.assays.image.ImageScale;

/** OME-XML in the description of a TIFF (OME Model 2016-06): scale, time and dimensions of its first image. */
final class OmeDescription {
    private final Map<String, String> pixels = new TreeMap<>();
    private final Map<Integer, Double> times = new TreeMap<>();
    private final OmePlanes planes = new OmePlanes();
    private int images;
    private int samplesPerPixel = 1;

    private OmeDescription() {}

    /** What the description says, where it is OME-XML that can be read; no document type, no entity is accepted. */
    static Optional<OmeDescription> of(String description) {
        String text = description.replace("\uFEFF", "").strip();
        if (!text.startsWith("<") || !(text.contains("<OME") || text.contains(":OME"))) {
            return Optional.empty();
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        OmeDescription parsed = new OmeDescription();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            parsed.read(reader);
            reader.close();
        } catch (XMLStreamException | RuntimeException e) { // the parser of the JDK throws both for bad XML
            return parsed.pixels.isEmpty() ? Optional.empty() : Optional.of(parsed);
        }
        return parsed.pixels.isEmpty() ? Optional.empty() : Optional.of(parsed);
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                images += reader.getLocalName().equals("Image") ? 1 : 0;
                if (images == 1) {
                    element(reader);
                }
            }
        }
    }

    private void element(XMLStreamReader reader) {
        switch (reader.getLocalName()) {
            case "Pixels" -> {
                for (int i = 0; i < reader.getAttributeCount(); i++) {
                    pixels.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
                }
            }
            case "Channel" -> samplesPerPixel = Math.max(samplesPerPixel, index(reader, "SamplesPerPixel", 1));
            case "TiffData" ->
                planes.add(new OmePlanes.Block(
                        index(reader, "IFD", -1),
                        index(reader, "FirstC", 0) / samplesPerPixel,
                        index(reader, "FirstZ", 0),
                        index(reader, "FirstT", 0),
                        index(reader, "PlaneCount", -1)));
            case "UUID" -> planes.lieIn(attribute(reader, "FileName", ""));
            case "Plane" -> time(reader);
            default -> {}
        }
    }

    private void time(XMLStreamReader reader) {
        OptionalDouble seconds = Lengths.seconds(attribute(reader, "DeltaTUnit", "s"));
        double time = number(attribute(reader, "DeltaT", ""));
        double frame = number(attribute(reader, "TheT", ""));
        if (seconds.isPresent() && time >= 0 && frame >= 0) {
            times.putIfAbsent((int) frame, time * seconds.getAsDouble());
        }
    }

    private static int index(XMLStreamReader reader, String name, int otherwise) {
        double number = number(attribute(reader, name, ""));
        return number >= 0 && number <= TiffDirectory.MOST_PAGES ? (int) number : otherwise;
    }

    /** Number of images that the file is said to hold. */
    int images() {
        return images;
    }

    /** The directories of the first image in its order, of so many that there are; none where it does not say. */
    List<Integer> directories(int held) {
        ImageScale scale = scale();
        int channels = Math.max(1, scale.channels() / samplesPerPixel);
        return planes.directories(
                new ImageScale(
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        channels,
                        scale.slices(),
                        scale.frames(),
                        scale.order()),
                held);
    }

    private static String attribute(XMLStreamReader reader, String name, String otherwise) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? otherwise : value;
    }

    ImageScale scale() {
        return new ImageScale(
                scaled("PhysicalSizeX", Lengths.micrometres(pixels.getOrDefault("PhysicalSizeXUnit", "um"))),
                frameInterval(),
                size("SizeC"),
                size("SizeZ"),
                size("SizeT"),
                order());
    }

    /** As stated, or the mean step of the times of the planes. */
    private OptionalDouble frameInterval() {
        OptionalDouble stated = scaled("TimeIncrement", Lengths.seconds(pixels.getOrDefault("TimeIncrementUnit", "s")));
        Double first = times.get(0);
        if (stated.isPresent() || first == null || times.size() < 2) {
            return stated;
        }
        Map.Entry<Integer, Double> last =
                times.entrySet().stream().reduce((_, later) -> later).orElseThrow();
        return last.getKey() > 0 ? OptionalDouble.of((last.getValue() - first) / last.getKey()) : stated;
    }

    private OptionalDouble scaled(String key, OptionalDouble unit) {
        double number = number(pixels.getOrDefault(key, ""));
        return unit.isPresent() && number > 0 ? OptionalDouble.of(number * unit.getAsDouble()) : OptionalDouble.empty();
    }

    private int size(String key) {
        double number = number(pixels.getOrDefault(key, ""));
        return number >= 1 && number <= TiffDirectory.MOST_PAGES ? (int) number : 1;
    }

    /** A number, or -1 where the text is none. */
    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** In which order pages count channels, slices and frames; channels fastest where not stated. */
    private String order() {
        String order = pixels.getOrDefault("DimensionOrder", "XYCZT");
        return order.matches("XY(CZT|CTZ|ZCT|ZTC|TCZ|TZC)") ? order.substring(2) : ImageScale.CHANNELS_FIRST;
    }
}
