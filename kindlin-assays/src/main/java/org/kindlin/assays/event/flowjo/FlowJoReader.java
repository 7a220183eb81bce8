package org.kindlin.assays.event.flowjo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TextDecoder;
import org.kindlin.assays.text.XmlCursor;
import org.kindlin.fault.Faults;

/** Reads FlowJo 10 workspaces. */
public final class FlowJoReader {
    private static final String REMEDY = "save the workspace as .wsp with FlowJo 10";
    private static final int HEAD = 8192;

    private FlowJoReader() {}

    /** Whether a file looks like a workspace. */
    public static boolean recognizes(RawFile file) {
        String head = new String(file.bytes(), 0, Math.min(file.bytes().length, HEAD), StandardCharsets.ISO_8859_1);
        return head.contains("<Workspace");
    }

    /** The workspace; empty where faults were added. */
    public static Optional<FlowJoWorkspace> read(RawFile file, Faults faults) {
        return TextDecoder.decode(file, faults).flatMap(decoded -> read(file.path(), decoded.text(), faults));
    }

    private static Optional<FlowJoWorkspace> read(String file, String text, Faults faults) {
        try {
            XmlCursor xml = new XmlCursor(text);
            if (!xml.nextElement() || !xml.name().equals("Workspace")) {
                faults.add(file, "", "is no FlowJo 10 workspace", REMEDY);
                return Optional.empty();
            }
            List<FlowJoSample> samples = new ArrayList<>();
            while (xml.nextElement()) {
                if (xml.name().equals("SampleList")) {
                    samples(xml, samples);
                } else {
                    xml.skip();
                }
            }
            if (samples.isEmpty()) {
                faults.add(file, "", "the workspace holds no sample", REMEDY);
                return Optional.empty();
            }
            return Optional.of(new FlowJoWorkspace(samples));
        } catch (XMLStreamException e) {
            faults.add(file, XmlCursor.place(e), "cannot be read as XML: " + XmlCursor.reason(e), REMEDY);
            return Optional.empty();
        }
    }

    private static void samples(XmlCursor xml, List<FlowJoSample> samples) throws XMLStreamException {
        while (xml.nextElement()) {
            if (xml.name().equals("Sample")) {
                samples.add(new SampleParser(xml).sample());
            } else {
                xml.skip();
            }
        }
    }
}
