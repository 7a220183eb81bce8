package org.kindlin.mechanism.sbml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kindlin.fault.Findings;

/** The models that a document defines for use as submodels, its own and those in other files. */
final class CompDefinitions {
    static final String COMP = "http://www.sbml.org/sbml/level3/version1/comp/version1";

    private final Map<String, XmlElement> own = new HashMap<>();
    private final Map<String, XmlElement> external = new HashMap<>();
    private final Map<String, CompDefinitions> others = new HashMap<>();
    private final ExternalModels files;
    private final Findings findings;
    private final Set<String> open;

    /** @param open the files that are being read, so that files that refer to each other in a circle are noticed */
    private CompDefinitions(XmlElement root, ExternalModels files, Findings findings, Set<String> open) {
        this.files = files;
        this.findings = findings;
        this.open = open;
        root.child(root.namespace(), "model")
                .ifPresent(model -> model.attribute("id").ifPresent(id -> own.put(id, model)));
        root.child(COMP, "listOfModelDefinitions")
                .ifPresent(list -> list.children()
                        .forEach(each -> own.put(each.attribute("id").orElse(""), each)));
        root.child(COMP, "listOfExternalModelDefinitions")
                .ifPresent(list -> list.children().forEach(each -> external.put(attribute(each, "id"), each)));
    }

    static CompDefinitions of(XmlElement root, ExternalModels files, Findings findings) {
        return new CompDefinitions(root, files, findings, Set.of());
    }

    /** An attribute of the package, with or without its prefix; empty where it is not there. */
    static String attribute(XmlElement element, String key) {
        return element.attribute("{" + COMP + "}" + key)
                .or(() -> element.attribute(key))
                .orElse("")
                .strip();
    }

    /** A model, with the definitions that its own submodels are looked up in. */
    record Definition(XmlElement model, CompDefinitions scope) {}

    Optional<Definition> find(String id) {
        XmlElement here = own.get(id);
        if (here != null) {
            return Optional.of(new Definition(here, this));
        }
        XmlElement elsewhere = external.get(id);
        return elsewhere == null ? Optional.empty() : external(elsewhere);
    }

    private Optional<Definition> external(XmlElement definition) {
        String source = attribute(definition, "source");
        if (open.contains(source)) {
            findings.fault(
                    Attributes.place(definition),
                    "'" + Attributes.shortened(source) + "' refers to itself",
                    "break the circle");
            return Optional.empty();
        }
        CompDefinitions other = others.get(source);
        if (other == null) {
            Optional<XmlElement> root = files.read(source)
                    .flatMap(bytes -> XmlDocument.read(Attributes.shortened(source), bytes, findings.faults()));
            if (root.isEmpty()) {
                findings.fault(
                        Attributes.place(definition),
                        "takes a model from '" + Attributes.shortened(source) + "', which cannot be read",
                        "put that file beside this one");
                return Optional.empty();
            }
            Set<String> opened = new HashSet<>(open);
            opened.add(source);
            other = new CompDefinitions(root.get(), files, findings, opened);
            others.put(source, other);
        }
        String wanted = attribute(definition, "modelRef");
        if (!wanted.isEmpty()) {
            return other.find(wanted);
        }
        CompDefinitions scope = other;
        return other.main().map(model -> new Definition(model, scope));
    }

    private Optional<XmlElement> main() {
        return own.values().stream().filter(each -> each.name().equals("model")).findFirst();
    }
}
