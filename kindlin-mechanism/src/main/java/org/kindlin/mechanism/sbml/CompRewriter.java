package org.kindlin.mechanism.sbml;

import static org.kindlin.mechanism.sbml.CompDefinitions.attribute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the elements of all instances into one model, under their names there and with their conversion factors. */
final class CompRewriter {
    private static final Set<String> REFERENCES =
            Set.of("compartment", "species", "variable", "symbol", "conversionFactor", "outside");
    private static final Set<String> UNITS =
            Set.of("units", "substanceUnits", "timeUnits", "volumeUnits", "areaUnits", "lengthUnits", "extentUnits");
    private static final Set<String> ASSIGNING =
            Set.of("assignmentRule", "rateRule", "eventAssignment", "initialAssignment");

    private final CompFlattener flattener;
    private final CompInstance top;
    private final Map<String, XmlElement> lists = new LinkedHashMap<>();

    CompRewriter(CompFlattener flattener, CompInstance top) {
        this.flattener = flattener;
        this.top = top;
    }

    XmlElement flat() {
        XmlElement model =
                new XmlElement(top.model().namespace(), "model", top.model().line());
        model.attributes().putAll(top.model().attributes());
        for (CompInstance instance : flattener.instances()) {
            if (isDeleted(instance)) {
                continue;
            }
            for (XmlElement list : instance.model().children()) {
                boolean core = list.namespace().equals(top.model().namespace())
                        || (list.namespace().startsWith("http://www.sbml.org/sbml/level3/version")
                                && list.namespace().endsWith("/core"));
                if (core && list.name().startsWith("listOf")) {
                    merge(instance, list);
                }
            }
        }
        lists.values().forEach(model::append);
        // What other packages say of the whole is said by the top alone.
        for (XmlElement other : top.model().children()) {
            boolean foreign = !other.namespace().equals(top.model().namespace())
                    && !other.namespace().equals(CompDefinitions.COMP);
            boolean remark = other.name().equals("notes") || other.name().equals("annotation");
            if (foreign || remark) {
                model.append(other.copy());
            }
        }
        return model;
    }

    /** Whether a submodel, or one around it, was deleted as a whole. */
    private boolean isDeleted(CompInstance instance) {
        boolean here = instance.submodel().filter(flattener::isRemoved).isPresent();
        return here || instance.parent().filter(this::isDeleted).isPresent();
    }

    private void merge(CompInstance instance, XmlElement list) {
        XmlElement merged = lists.computeIfAbsent(
                list.name(), name -> new XmlElement(top.model().namespace(), name, list.line()));
        for (XmlElement each : list.children()) {
            if (!flattener.isRemoved(each)) {
                merged.append(new Element(instance).rewrite(each));
            }
        }
    }

    /** The name of an element in the flat model. */
    private String name(XmlElement element) {
        XmlElement at = element;
        for (int i = 0; i < 1000; i++) {
            Optional<CompFlattener.Replacement> replacement = flattener.replacement(at);
            Optional<XmlElement> namesake = flattener.namesake(at);
            if (namesake.isPresent() && replacement.isEmpty()) {
                return namesakeName(namesake.get());
            }
            if (replacement.isEmpty()) {
                return ownName(at);
            }
            if (flattener.namesake(replacement.get().by()).filter(at::equals).isPresent()) {
                return namesakeName(at);
            }
            at = replacement.get().by();
        }
        return ownName(at);
    }

    /** The name that an element has which was replaced from below: its own, or that of what it takes the name of. */
    private String namesakeName(XmlElement element) {
        XmlElement at = element;
        for (int i = 0; i < 1000; i++) {
            Optional<XmlElement> next = flattener.namesake(at);
            if (next.isEmpty()) {
                break;
            }
            at = next.get();
        }
        return ownName(at);
    }

    private String ownName(XmlElement element) {
        return flattener.owner(element).prefix()
                + element.attribute("id").orElse("").strip();
    }

    /** The factors that a value of {@code element} is to be multiplied with to be that of what replaced it. */
    private List<String> factors(XmlElement element) {
        List<String> factors = new ArrayList<>();
        Optional<CompFlattener.Replacement> replacement = flattener.replacement(element);
        for (int i = 0; i < 1000 && replacement.isPresent(); i++) {
            String factor = replacement.get().factor();
            if (!factor.isEmpty()) {
                factors.add(reference(replacement.get().scope(), factor));
            }
            replacement = flattener.replacement(replacement.get().by());
        }
        return factors;
    }

    private String reference(CompInstance scope, String id) {
        return scope.byId(id).map(this::name).orElse(scope.prefix() + id);
    }

    /** The factors of time or extent of a model, those of the models around it among them. */
    private List<String> chain(CompInstance instance, String key) {
        List<String> factors = new ArrayList<>();
        Optional<CompInstance> at = Optional.of(instance);
        while (at.isPresent()) {
            CompInstance below = at.get();
            Optional<CompInstance> above = below.parent();
            String factor = below.submodel().map(each -> attribute(each, key)).orElse("");
            if (!factor.isEmpty() && above.isPresent()) {
                factors.add(reference(above.get(), factor));
            }
            at = above;
        }
        return factors;
    }

    /** The elements of one instance. */
    private final class Element {
        private final CompInstance instance;
        private final List<String> time;
        private final List<String> extent;
        private final Set<String> hidden = new HashSet<>();
        private final Map<String, XmlElement> replacedLocals = new HashMap<>();

        Element(CompInstance instance) {
            this.instance = instance;
            this.time = chain(instance, "timeConversionFactor");
            this.extent = chain(instance, "extentConversionFactor");
        }

        XmlElement rewrite(XmlElement element) {
            XmlElement copy = new XmlElement(
                    element.namespace().equals(instance.model().namespace())
                            ? top.model().namespace()
                            : element.namespace(),
                    element.name(),
                    element.line());
            attributes(element, copy);
            Set<String> outer = Set.copyOf(hidden);
            if (element.name().equals("kineticLaw")) {
                hide(element);
            }
            for (int i = 0; i < element.children().size(); i++) {
                copy.appendText(element.textBefore(i));
                child(element, element.children().get(i), copy);
            }
            copy.appendText(element.textBefore(element.children().size()));
            hidden.clear();
            hidden.addAll(outer);
            if (element.name().equals("kineticLaw")) {
                replacedLocals.clear();
            }
            return copy;
        }

        private void hide(XmlElement law) {
            for (XmlElement local : ModelReader.items(law, "listOfLocalParameters")) {
                String id = local.attribute("id").orElse("");
                if (flattener.isRemoved(local)) {
                    replacedLocals.put(id, local);
                } else {
                    hidden.add(id);
                }
            }
        }

        private void child(XmlElement owner, XmlElement child, XmlElement copy) {
            if (flattener.isRemoved(child) || child.namespace().equals(CompDefinitions.COMP)) {
                return;
            }
            if (child.is(SbmlLevel.MATHML, "math")) {
                copy.append(math(owner, child));
            } else {
                copy.append(rewrite(child));
            }
        }

        private void attributes(XmlElement element, XmlElement copy) {
            element.attributes().forEach((key, value) -> {
                String text = value.strip();
                if (key.equals("id") && !element.name().equals("localParameter")) {
                    copy.attributes().put(key, CompRewriter.this.name(element));
                } else if (REFERENCES.contains(key) || key.endsWith("FluxBound")) {
                    copy.attributes().put(key, reference(instance, text));
                } else if (UNITS.contains(key)) {
                    copy.attributes().put(key, unit(text));
                } else {
                    copy.attributes().put(key, value);
                }
            });
            String whole = instance.model().attribute("conversionFactor").orElse("");
            if (element.name().equals("species")
                    && element.attribute("conversionFactor").isEmpty()
                    && !whole.isEmpty()) {
                copy.attributes().put("conversionFactor", reference(instance, whole));
            }
        }

        private String unit(String id) {
            return instance.unit(id).map(CompRewriter.this::name).orElse(id);
        }

        /** The formula of {@code owner}, with what conversion asks of it as a whole. */
        private XmlElement math(XmlElement owner, XmlElement math) {
            XmlElement copy = new XmlElement(math.namespace(), math.name(), math.line());
            math.children().forEach(each -> copy.append(formula(each)));
            if (copy.children().size() != 1 || owner.name().equals("functionDefinition")) {
                return copy;
            }
            XmlElement whole = copy.children().getFirst();
            switch (owner.name()) {
                case "rateRule" -> whole = divide(whole, time);
                case "delay" -> whole = multiply(whole, time);
                case "kineticLaw" -> whole = divide(multiply(whole, extent), time);
                default -> {}
            }
            if (ASSIGNING.contains(owner.name())) {
                String variable = owner.attribute("variable")
                        .or(() -> owner.attribute("symbol"))
                        .orElse("")
                        .strip();
                whole = multiply(
                        whole,
                        instance.byId(variable).map(CompRewriter.this::factors).orElse(List.of()));
            }
            XmlElement result = new XmlElement(math.namespace(), math.name(), math.line());
            result.append(whole);
            return result;
        }

        private XmlElement formula(XmlElement element) {
            if (element.name().equals("ci")) {
                return symbol(element);
            }
            String url = element.attribute("definitionURL").orElse("").strip();
            if (element.name().equals("csymbol") && url.endsWith("/time")) {
                return divide(element.copy(), time);
            }
            XmlElement copy = plain(element);
            if (element.name().equals("lambda")) {
                return copy; // arguments of functions are nobody else's names
            }
            if (element.name().equals("apply") && !element.children().isEmpty()) {
                return applied(element.children().getFirst(), copy);
            }
            return copy;
        }

        private XmlElement plain(XmlElement element) {
            XmlElement copy = new XmlElement(element.namespace(), element.name(), element.line());
            element.attributes()
                    .forEach((key, value) ->
                            copy.attributes().put(key, key.endsWith("}units") ? unit(value.strip()) : value));
            Set<String> outer = Set.copyOf(hidden);
            if (element.name().equals("lambda")) {
                element.children().stream()
                        .filter(each -> each.name().equals("bvar"))
                        .forEach(each -> each.children().forEach(name -> hidden.add(name.text())));
            }
            for (int i = 0; i < element.children().size(); i++) {
                copy.appendText(element.textBefore(i));
                XmlElement child = element.children().get(i);
                boolean head = i == 0 && element.name().equals("apply");
                copy.append(head ? head(child) : formula(child));
            }
            copy.appendText(element.textBefore(element.children().size()));
            hidden.clear();
            hidden.addAll(outer);
            return copy;
        }

        /** The function of an {@code apply}: renamed, never converted. */
        private XmlElement head(XmlElement element) {
            if (!element.name().equals("ci")) {
                return element.copy();
            }
            return name(element, reference(instance, element.text()));
        }

        private XmlElement applied(XmlElement head, XmlElement copy) {
            String url = head.attribute("definitionURL").orElse("").strip();
            if (!head.name().equals("csymbol")) {
                return copy;
            }
            if (url.endsWith("/rateOf")) {
                return multiply(bare(copy), time);
            }
            if (url.endsWith("/delay") && copy.children().size() == 3 && !time.isEmpty()) {
                XmlElement changed = new XmlElement(copy.namespace(), copy.name(), copy.line());
                changed.append(copy.children().get(0));
                changed.append(copy.children().get(1));
                changed.append(multiply(copy.children().get(2), time));
                return changed;
            }
            return copy;
        }

        /** A {@code rateOf} takes a symbol only, so that a conversion factor in it goes outside. */
        private XmlElement bare(XmlElement rate) {
            if (rate.children().size() != 2 || !rate.children().get(1).name().equals("apply")) {
                return rate;
            }
            XmlElement converted = rate.children().get(1);
            XmlElement inner = new XmlElement(rate.namespace(), rate.name(), rate.line());
            inner.append(rate.children().get(0));
            inner.append(converted.children().get(1));
            XmlElement outer = new XmlElement(rate.namespace(), "apply", rate.line());
            outer.append(converted.children().get(0));
            outer.append(inner);
            converted.children().stream().skip(2).forEach(outer::append);
            return outer;
        }

        private XmlElement symbol(XmlElement element) {
            String id = element.text();
            if (hidden.contains(id)) {
                return element.copy();
            }
            XmlElement local = replacedLocals.get(id);
            if (local != null) {
                return divide(name(element, CompRewriter.this.name(local)), factors(local));
            }
            Optional<XmlElement> target = instance.byId(id);
            XmlElement renamed = name(element, reference(instance, id));
            boolean reaction =
                    target.filter(each -> each.name().equals("reaction")).isPresent();
            if (reaction && !flattener.isRemoved(target.orElseThrow())) {
                return divide(multiply(renamed, time), extent);
            }
            return divide(renamed, target.map(CompRewriter.this::factors).orElse(List.of()));
        }

        private XmlElement name(XmlElement like, String id) {
            XmlElement copy = new XmlElement(like.namespace(), like.name(), like.line());
            copy.appendText(id);
            return copy;
        }

        private XmlElement multiply(XmlElement formula, List<String> factors) {
            return combine("times", formula, factors);
        }

        private XmlElement divide(XmlElement formula, List<String> factors) {
            XmlElement all = formula;
            for (String factor : factors) {
                all = combine("divide", all, List.of(factor));
            }
            return all;
        }

        private XmlElement combine(String operator, XmlElement formula, List<String> factors) {
            if (factors.isEmpty()) {
                return formula;
            }
            XmlElement apply = new XmlElement(SbmlLevel.MATHML, "apply", formula.line());
            apply.append(new XmlElement(SbmlLevel.MATHML, operator, formula.line()));
            apply.append(formula);
            for (String factor : factors) {
                XmlElement name = new XmlElement(SbmlLevel.MATHML, "ci", formula.line());
                name.appendText(factor);
                apply.append(name);
            }
            return apply;
        }
    }
}
