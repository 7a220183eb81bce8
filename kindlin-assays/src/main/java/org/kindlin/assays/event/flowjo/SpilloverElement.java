package org.kindlin.assays.event.flowjo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.kindlin.assays.quantity.FiniteNumber;
import org.kindlin.assays.text.XmlCursor;

/**
 * A {@code spilloverMatrix}, of a workspace or of a matrix file (.mtx). Rows and their numbers carry the names of detectors,
 * which decide where they belong; without names they stand in the order of the parameters.
 *
 * @param name of the matrix; empty where it has none
 * @param prefix what FlowJo writes before a detector's name to mean the fluorochrome
 * @param suffix what it writes after it
 * @param detectors names of the parameters
 * @param rows one per fluorochrome, in the order of the parameters
 */
record SpilloverElement(String name, String prefix, String suffix, List<String> detectors, List<double[]> rows) {

    /** Reads the element whose start was reached, to its end. */
    static SpilloverElement read(XmlCursor xml) throws XMLStreamException {
        String name = xml.attribute("name");
        String prefix = xml.attribute("prefix");
        String suffix = xml.attribute("suffix");
        List<String> detectors = new ArrayList<>();
        List<String> rowNames = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        while (xml.nextElement()) {
            switch (xml.name()) {
                case "parameters" -> {
                    while (xml.nextElement()) {
                        detectors.add(xml.attribute("name"));
                        xml.skip();
                    }
                }
                case "spillover" -> {
                    rowNames.add(xml.attribute("parameter"));
                    rows.add(row(xml, detectors));
                }
                default -> xml.skip();
            }
        }
        return new SpilloverElement(name, prefix, suffix, List.copyOf(detectors), placed(rows, rowNames, detectors));
    }

    private static double[] row(XmlCursor xml, List<String> detectors) throws XMLStreamException {
        List<String> names = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        while (xml.nextElement()) {
            names.add(xml.attribute("parameter"));
            numbers.add(FiniteNumber.parse(xml.attribute("value")).orElse(0.0));
            xml.skip();
        }
        return placed(numbers, names, detectors).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** Things in the order of the detectors they name; as they stand where their names are not those of all detectors. */
    private static <T> List<T> placed(List<T> things, List<String> names, List<String> detectors) {
        Map<String, T> byName = new HashMap<>();
        for (int i = 0; i < Math.min(names.size(), things.size()); i++) {
            byName.put(names.get(i), things.get(i));
        }
        boolean isNamed = things.size() == detectors.size()
                && byName.size() == things.size()
                && byName.keySet().containsAll(detectors);
        return isNamed
                ? detectors.stream()
                        .flatMap(detector -> Optional.ofNullable(byName.get(detector)).stream())
                        .toList()
                : List.copyOf(things);
    }
}
