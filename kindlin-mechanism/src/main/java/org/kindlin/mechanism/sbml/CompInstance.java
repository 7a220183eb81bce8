package org.kindlin.mechanism.sbml;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model in its place among its submodels: a copy of its definition, with an index of what in it can be referred to. */
final class CompInstance {
    private final XmlElement model;
    private final @Nullable CompInstance parent;
    private final @Nullable XmlElement submodel;
    private final String prefix;
    private final Map<String, CompInstance> submodels = new LinkedHashMap<>();
    private final Map<String, XmlElement> ids = new HashMap<>();
    private final Map<String, XmlElement> units = new HashMap<>();
    private final Map<String, XmlElement> metaIds = new HashMap<>();
    private final Map<String, XmlElement> ports = new HashMap<>();

    /** @param submodel the element of the parent that asks for it; null for the top */
    CompInstance(XmlElement model, @Nullable CompInstance parent, @Nullable XmlElement submodel) {
        this.model = model;
        this.parent = parent;
        this.submodel = submodel;
        this.prefix = parent == null || submodel == null
                ? ""
                : parent.prefix + CompDefinitions.attribute(submodel, "id") + "__";
        index(model);
    }

    private void index(XmlElement element) {
        for (XmlElement child : element.children()) {
            child.attribute("metaid").ifPresent(id -> metaIds.put(id, child));
            boolean comp = child.namespace().equals(CompDefinitions.COMP);
            String id = comp
                    ? CompDefinitions.attribute(child, "id")
                    : child.attribute("id").orElse("").strip();
            if (!id.isEmpty()) {
                space(child).put(id, child);
            }
            boolean content =
                    !child.name().equals("annotation") && !child.name().equals("notes");
            if (content && !child.namespace().equals(SbmlLevel.MATHML)) {
                index(child);
            }
        }
    }

    /** The name space that an element's identifier belongs to. */
    private Map<String, XmlElement> space(XmlElement element) {
        return switch (element.name()) {
            case "unitDefinition" -> units;
            case "port" -> ports;
            case "localParameter", "deletion" -> new HashMap<>();
            default -> ids;
        };
    }

    XmlElement model() {
        return model;
    }

    Optional<CompInstance> parent() {
        return Optional.ofNullable(parent);
    }

    /** The element of the parent that asks for it. */
    Optional<XmlElement> submodel() {
        return Optional.ofNullable(submodel);
    }

    /** What stands before its identifiers in the flat model. */
    String prefix() {
        return prefix;
    }

    Map<String, CompInstance> submodels() {
        return submodels;
    }

    Optional<XmlElement> byId(String id) {
        return Optional.ofNullable(ids.get(id));
    }

    Optional<XmlElement> unit(String id) {
        return Optional.ofNullable(units.get(id));
    }

    /** What an element with {@code portRef}, {@code idRef}, {@code unitRef} or {@code metaIdRef} points to in this model. */
    Optional<XmlElement> resolve(XmlElement reference) {
        return resolve(reference, 0);
    }

    private Optional<XmlElement> resolve(XmlElement reference, int depth) {
        if (depth > 100) {
            return Optional.empty();
        }
        Optional<XmlElement> found = direct(reference, depth);
        Optional<XmlElement> inner = reference.child(CompDefinitions.COMP, "sBaseRef");
        if (inner.isEmpty() || found.isEmpty()) {
            return found;
        }
        CompInstance below = submodels.get(CompDefinitions.attribute(found.get(), "id"));
        return below == null ? Optional.empty() : below.resolve(inner.get(), depth + 1);
    }

    private Optional<XmlElement> direct(XmlElement reference, int depth) {
        String port = CompDefinitions.attribute(reference, "portRef");
        if (!port.isEmpty()) {
            XmlElement target = ports.get(port);
            return target == null ? Optional.empty() : resolve(target, depth + 1);
        }
        String id = CompDefinitions.attribute(reference, "idRef");
        if (!id.isEmpty()) {
            return byId(id);
        }
        String unit = CompDefinitions.attribute(reference, "unitRef");
        return unit.isEmpty()
                ? Optional.ofNullable(metaIds.get(CompDefinitions.attribute(reference, "metaIdRef")))
                : unit(unit);
    }
}
