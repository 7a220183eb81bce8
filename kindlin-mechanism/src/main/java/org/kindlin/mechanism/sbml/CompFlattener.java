package org.kindlin.mechanism.sbml;

import static org.kindlin.mechanism.sbml.CompDefinitions.COMP;
import static org.kindlin.mechanism.sbml.CompDefinitions.attribute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kindlin.fault.Findings;

/**
 * Makes one model of a model with submodels.
 *
 * <p>Source: Smith et al., SBML Level 3 package: Hierarchical Model Composition, Version 1 Release 3, J Integr Bioinform 2015. What a
 * submodel {@code A} calls {@code x} is called {@code A__x} afterwards, unless it was replaced.
 */
final class CompFlattener {
    private static final int DEEPEST = 60;
    private static final int MOST_ELEMENTS = 2_000_000;

    private final Findings findings;
    private final List<CompInstance> instances = new ArrayList<>();
    private final Map<XmlElement, CompInstance> owners = new HashMap<>();
    private final Map<XmlElement, Replacement> replacements = new HashMap<>();
    private final Map<XmlElement, XmlElement> namesakes = new HashMap<>();
    private final Set<XmlElement> removed = new HashSet<>();
    private int elements;

    /**
     * What stands in an element's place.
     *
     * @param by the element that does
     * @param factor the parameter that the replaced value is multiplied with to be that of the other; empty where there is none
     * @param scope where the factor is looked up
     */
    record Replacement(XmlElement by, String factor, CompInstance scope) {}

    private CompFlattener(Findings findings) {
        this.findings = findings;
    }

    /** The flat model; the model itself where it has no submodels; empty where there is a fault, which is told. */
    static Optional<XmlElement> flatten(XmlElement model, CompDefinitions definitions, Findings findings) {
        if (model.child(COMP, "listOfSubmodels").isEmpty()) {
            return Optional.of(model);
        }
        CompFlattener flattener = new CompFlattener(findings);
        CompInstance top = flattener.instantiate(model, null, null, definitions, 0);
        if (findings.faults().any()) {
            return Optional.empty();
        }
        flattener.instances.forEach(flattener::delete);
        // From below: what a model says of its submodels overrides what these say of theirs.
        flattener.instances.reversed().forEach(instance -> flattener.replace(instance, instance.model()));
        if (findings.faults().any()) {
            return Optional.empty();
        }
        return Optional.of(new CompRewriter(flattener, top).flat());
    }

    private CompInstance instantiate(
            XmlElement definition,
            @Nullable CompInstance parent,
            @Nullable XmlElement submodel,
            CompDefinitions scope,
            int depth) {
        CompInstance instance = new CompInstance(definition.copy(), parent, submodel);
        instances.add(instance);
        own(instance.model(), instance);
        if (elements > MOST_ELEMENTS) {
            findings.fault(
                    "line " + definition.line(),
                    "submodels of submodels multiply beyond measure",
                    "simplify the model");
            return instance;
        }
        if (depth > DEEPEST) {
            findings.fault(
                    "line " + definition.line(), "submodels contain themselves, or nest too deep", "break the circle");
            return instance;
        }
        for (XmlElement list : instance.model().children()) {
            if (list.is(COMP, "listOfSubmodels")) {
                list.children().forEach(each -> instantiate(each, instance, scope, depth));
            }
        }
        return instance;
    }

    private void instantiate(XmlElement submodel, CompInstance instance, CompDefinitions scope, int depth) {
        if (findings.faults().any()) {
            return;
        }
        String wanted = attribute(submodel, "modelRef");
        Optional<CompDefinitions.Definition> definition = scope.find(wanted);
        if (definition.isEmpty()) {
            findings.fault(
                    Attributes.place(submodel),
                    "there is no model '" + Attributes.shortened(wanted) + "' for the submodel",
                    "define it");
            return;
        }
        instance.submodels()
                .put(
                        attribute(submodel, "id"),
                        instantiate(
                                definition.get().model(),
                                instance,
                                submodel,
                                definition.get().scope(),
                                depth + 1));
    }

    private void own(XmlElement element, CompInstance instance) {
        elements++;
        owners.put(element, instance);
        element.children().forEach(child -> own(child, instance));
    }

    private void delete(CompInstance instance) {
        instance.submodel()
                .flatMap(submodel -> submodel.child(COMP, "listOfDeletions"))
                .ifPresent(list -> list.children()
                        .forEach(each -> instance.resolve(each).ifPresentOrElse(removed::add, () -> dangling(each))));
    }

    private void replace(CompInstance instance, XmlElement element) {
        for (XmlElement child : element.children()) {
            if (child.is(COMP, "listOfReplacedElements")) {
                child.children().forEach(each -> replaceElement(instance, element, each));
            } else if (child.is(COMP, "replacedBy")) {
                target(instance, child).ifPresent(target -> replaceBy(instance, element, target));
            } else if (!child.namespace().equals(SbmlLevel.MATHML)) {
                replace(instance, child);
            }
        }
    }

    private void replaceElement(CompInstance instance, XmlElement by, XmlElement reference) {
        if (!attribute(reference, "deletion").isEmpty()) {
            return; // what was deleted is gone already
        }
        target(instance, reference).ifPresent(target -> {
            Replacement replacement = new Replacement(by, attribute(reference, "conversionFactor"), instance);
            Replacement earlier = replacements.put(target, replacement);
            removed.add(target);
            if (earlier != null && target.equals(namesakes.get(earlier.by()))) {
                replacements.put(earlier.by(), replacement);
                removed.add(earlier.by());
            }
        });
    }

    private void replaceBy(CompInstance instance, XmlElement element, XmlElement target) {
        replacements.put(element, new Replacement(target, "", instance));
        namesakes.put(target, element);
        removed.add(element);
    }

    private Optional<XmlElement> target(CompInstance instance, XmlElement reference) {
        CompInstance below = instance.submodels().get(attribute(reference, "submodelRef"));
        Optional<XmlElement> target = below == null ? Optional.empty() : below.resolve(reference);
        if (target.isEmpty()) {
            dangling(reference);
        } else if (target.get().is(COMP, "submodel")) {
            findings.fault(
                    Attributes.place(reference),
                    "replaces a whole submodel, which is not supported",
                    "replace what is in it");
            return Optional.empty();
        }
        return target;
    }

    private void dangling(XmlElement reference) {
        findings.fault(
                Attributes.place(reference), "<comp:" + reference.name() + "> points to nothing", "mend the reference");
    }

    boolean isRemoved(XmlElement element) {
        return removed.contains(element);
    }

    List<CompInstance> instances() {
        return instances;
    }

    Optional<Replacement> replacement(XmlElement element) {
        return Optional.ofNullable(replacements.get(element));
    }

    CompInstance owner(XmlElement element) {
        CompInstance owner = owners.get(element);
        if (owner == null) {
            throw new IllegalStateException("an element of no model");
        }
        return owner;
    }

    /** The element whose name this one has taken on. */
    Optional<XmlElement> namesake(XmlElement element) {
        return Optional.ofNullable(namesakes.get(element));
    }
}
