package org.kindlin.assays.event.flowjo;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.kindlin.assays.event.Spillover;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TextDecoder;
import org.kindlin.assays.text.XmlCursor;
import org.kindlin.fault.Faults;

/** Reads the spillover matrix that FlowJo 10 saves as a file of its own (.mtx). */
public final class MatrixFileReader {
    private static final String ELEMENT = "spilloverMatrix";
    private static final String REMEDY = "export the matrix from FlowJo again, or give it as text";
    private static final int HEAD = 8192;

    private MatrixFileReader() {}

    /** Whether a file looks like one. */
    public static boolean recognizes(RawFile file) {
        String head = new String(file.bytes(), 0, Math.min(file.bytes().length, HEAD), StandardCharsets.ISO_8859_1);
        return head.contains(ELEMENT);
    }

    /** The first matrix in the file; empty where faults were added. */
    public static Optional<Spillover> read(RawFile file, Faults faults) {
        return TextDecoder.decode(file, faults).flatMap(decoded -> read(file.path(), decoded.text(), faults));
    }

    private static Optional<Spillover> read(String file, String text, Faults faults) {
        try {
            Optional<SpilloverElement> element = first(new XmlCursor(text));
            if (element.isEmpty()) {
                faults.add(file, "", "holds no " + ELEMENT, REMEDY);
            }
            return element.flatMap(found -> spillover(file, found, faults));
        } catch (XMLStreamException e) {
            faults.add(file, XmlCursor.place(e), "cannot be read as XML: " + XmlCursor.reason(e), REMEDY);
            return Optional.empty();
        }
    }

    private static Optional<SpilloverElement> first(XmlCursor xml) throws XMLStreamException {
        while (xml.nextElement()) {
            Optional<SpilloverElement> found =
                    xml.name().equals(ELEMENT) ? Optional.of(SpilloverElement.read(xml)) : first(xml);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Spillover> spillover(String file, SpilloverElement element, Faults faults) {
        int order = element.detectors().size();
        boolean isSquare = order > 0
                && element.rows().size() == order
                && element.rows().stream().allMatch(row -> row.length == order);
        if (!isSquare) {
            faults.add(file, "", "its " + ELEMENT + " is not square", REMEDY);
            return Optional.empty();
        }
        return Optional.of(new Spillover(element.detectors(), element.rows().toArray(new double[0][])));
    }
}
