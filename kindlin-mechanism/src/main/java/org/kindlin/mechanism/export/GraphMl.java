package org.kindlin.mechanism.export;

import java.util.Locale;
import org.kindlin.mechanism.model.Model;

/** Writes a model's network as GraphML (graphml.graphdrawing.org), which Cytoscape, yEd, Gephi and NetworkX read. */
public final class GraphMl {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="name" for="node" attr.name="name" attr.type="string"/>
              <key id="kind" for="node" attr.name="kind" attr.type="string"/>
              <key id="compartment" for="node" attr.name="compartment" attr.type="string"/>
              <key id="interaction" for="edge" attr.name="interaction" attr.type="string"/>
              <key id="stoichiometry" for="edge" attr.name="stoichiometry" attr.type="double"/>
            """;

    private GraphMl() {}

    /** The whole document. */
    public static String write(Model model) {
        Network network = Network.of(model);
        StringBuilder out = new StringBuilder(HEAD);
        out.append("  <graph id=\"")
                .append(Xml.escape(model.id().isEmpty() ? "model" : model.id()))
                .append("\" edgedefault=\"directed\">\n");
        for (Network.Node node : network.nodes()) {
            out.append("    <node id=\"").append(Xml.escape(node.id())).append("\">");
            data(out, "name", node.name());
            data(out, "kind", node.process() ? "reaction" : "species");
            if (!node.compartment().isEmpty()) {
                data(out, "compartment", node.compartment());
            }
            out.append("</node>\n");
        }
        int number = 0;
        for (Network.Edge edge : network.edges()) {
            out.append("    <edge id=\"e")
                    .append(number++)
                    .append("\" source=\"")
                    .append(Xml.escape(edge.from()))
                    .append("\" target=\"")
                    .append(Xml.escape(edge.to()))
                    .append("\">");
            data(out, "interaction", edge.kind().name().toLowerCase(Locale.ROOT));
            data(out, "stoichiometry", Xml.number(edge.stoichiometry()));
            out.append("</edge>\n");
        }
        return out.append("  </graph>\n</graphml>\n").toString();
    }

    private static void data(StringBuilder out, String key, String value) {
        out.append("<data key=\"")
                .append(key)
                .append("\">")
                .append(Xml.escape(value))
                .append("</data>");
    }
}
