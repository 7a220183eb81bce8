package org.kindlin.mechanism.sbml;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.fault.Findings;
import org.kindlin.fault.InputFaultException;
import org.kindlin.fault.ReadingMode;

/**
 * Reads SBML, Level 2 Version 1 to Level 3 Version 2.
 *
 * <p>Source: Hucka et al., The Systems Biology Markup Language (SBML): Language Specification for Level 3 Version 2 Core,
 * Release 2, J Integr Bioinform 2019, and the specifications of the levels before it.
 */
public final class SbmlReader {
    private static final String LEVEL_2 = "http://www.sbml.org/sbml/level2";

    private SbmlReader() {}

    /**
     * The model in a document.
     *
     * @param file the name to say in faults
     * @throws InputFaultException with every fault found
     */
    public static SbmlDocument read(String file, byte[] bytes) {
        return read(file, bytes, ExternalModels.NONE);
    }

    /**
     * The model in a document that may take models from other files.
     *
     * @param file the name to say in faults
     * @throws InputFaultException with every fault found
     */
    public static SbmlDocument read(String file, byte[] bytes, ExternalModels files) {
        Findings findings = new Findings(file, ReadingMode.LENIENT);
        Optional<SbmlDocument> document =
                XmlDocument.read(file, bytes, findings.faults()).flatMap(root -> read(root, files, findings));
        findings.faults().throwIfAny();
        return document.orElseThrow();
    }

    private static Optional<SbmlDocument> read(XmlElement root, ExternalModels files, Findings findings) {
        Optional<SbmlLevel> level = level(root, findings);
        if (level.isEmpty()) {
            return Optional.empty();
        }
        Packages.check(root, findings);
        Optional<XmlElement> model = root.child(root.namespace(), "model");
        if (model.isEmpty()) {
            findings.fault(Attributes.place(root), "holds no model", "export the model, not a part of it");
            return Optional.empty();
        }
        if (findings.faults().any()) {
            return Optional.empty();
        }
        Optional<XmlElement> flat =
                CompFlattener.flatten(model.get(), CompDefinitions.of(root, files, findings), findings);
        if (flat.isEmpty()) {
            return Optional.empty();
        }
        ModelReader reader = new ModelReader(new Attributes(findings, level.get()));
        return Optional.of(new SbmlDocument(
                reader.read(flat.get()), level.get().level(), level.get().version(), List.copyOf(findings.warnings())));
    }

    private static Optional<SbmlLevel> level(XmlElement root, Findings findings) {
        if (!root.name().equals("sbml") || !root.namespace().startsWith("http://www.sbml.org/sbml/level")) {
            findings.fault(
                    Attributes.place(root),
                    "the document is <" + Attributes.shortened(root.name()) + ">, not <sbml>",
                    "give an SBML file");
            return Optional.empty();
        }
        int level = whole(root, "level");
        int version = whole(root, "version");
        boolean two =
                level == 2 && version >= 1 && version <= 5 && root.namespace().startsWith(LEVEL_2);
        boolean three =
                level == 3 && (version == 1 || version == 2) && root.namespace().endsWith("/core");
        if (!two && !three) {
            findings.fault(
                    Attributes.place(root),
                    "is SBML Level " + level + " Version " + version,
                    "convert it: Level 2 Version 1 to 5 and Level 3 Version 1 and 2 are read");
            return Optional.empty();
        }
        return Optional.of(new SbmlLevel(level, version));
    }

    private static int whole(XmlElement root, String key) {
        OptionalDouble number = Attributes.parse(root.attribute(key).orElse(""));
        return number.isPresent() ? (int) number.getAsDouble() : 0;
    }
}
