package org.kindlin.mechanism.drawing;

import java.util.List;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;

/**
 * Writes a network as GraphML (graphml.graphdrawing.org): one node for each species and each reaction, an edge from reactant to reaction, from
 * reaction to product, and from modifier to reaction.
 */
public final class GraphMlWriter {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="name" for="node" attr.name="name" attr.type="string"/>
              <key id="kind" for="node" attr.name="kind" attr.type="string"/>
              <key id="compartment" for="node" attr.name="compartment" attr.type="string"/>
              <key id="role" for="edge" attr.name="role" attr.type="string"/>
              <key id="stoichiometry" for="edge" attr.name="stoichiometry" attr.type="double"/>
            """;

    private final StringBuilder text = new StringBuilder(HEAD);

    private GraphMlWriter() {}

    /** The document. */
    public static String write(Model model) {
        return new GraphMlWriter().document(model);
    }

    private String document(Model model) {
        text.append("  <graph id=\"")
                .append(XmlEscape.of(model.id().isEmpty() ? "model" : model.id()))
                .append("\" edgedefault=\"directed\">\n");
        for (Species species : model.species()) {
            node(species.id(), species.remarks().name(), "species", species.compartment());
        }
        for (Reaction reaction : model.reactions()) {
            node(reaction.id(), reaction.remarks().name(), "reaction", reaction.compartment());
        }
        model.reactions().forEach(this::edges);
        return text.append("  </graph>\n</graphml>\n").toString();
    }

    private void node(String id, String name, String kind, String compartment) {
        text.append("    <node id=\"").append(XmlEscape.of(id)).append("\">");
        data("name", name.isEmpty() ? id : name);
        data("kind", kind);
        if (!compartment.isEmpty()) {
            data("compartment", compartment);
        }
        text.append("</node>\n");
    }

    private void edges(Reaction reaction) {
        for (SpeciesReference each : reaction.reactants()) {
            edge(each.species(), reaction.id(), "reactant", stoichiometry(each));
        }
        for (SpeciesReference each : reaction.products()) {
            edge(reaction.id(), each.species(), "product", stoichiometry(each));
        }
        for (String each : reaction.modifiers()) {
            edge(each, reaction.id(), "modifier", List.of());
        }
    }

    private static List<String> stoichiometry(SpeciesReference reference) {
        return reference.stoichiometry().isPresent()
                ? List.of(Double.toString(reference.stoichiometry().getAsDouble()))
                : List.of();
    }

    private void edge(String source, String target, String role, List<String> stoichiometry) {
        text.append("    <edge source=\"")
                .append(XmlEscape.of(source))
                .append("\" target=\"")
                .append(XmlEscape.of(target))
                .append("\">");
        data("role", role);
        stoichiometry.forEach(value -> data("stoichiometry", value));
        text.append("</edge>\n");
    }

    private void data(String key, String value) {
        text.append("<data key=\"")
                .append(key)
                .append("\">")
                .append(XmlEscape.of(value))
                .append("</data>");
    }
}
