package org.kindlin.mechanism.drawing;

import java.util.Locale;
import java.util.Map;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;

/**
 * Writes a network as SBGN-ML (Version 0.3), language process description: species as macromolecules, or as simple chemicals where their
 * SBO term says so, reactions as processes, modifiers by modulation arcs, since SBML does not say which kind. Reactions without
 * reactants or products have a source or sink.
 */
public final class SbgnWriter {
    private static final String SIMPLE_CHEMICAL = "SBO:0000247";
    private static final double WIDTH = 100;
    private static final double HEIGHT = 40;
    private static final double PROCESS = 20;

    private final Model model;
    private final Map<String, double[]> places;
    private final StringBuilder glyphs = new StringBuilder();
    private final StringBuilder arcs = new StringBuilder();
    private int arcCount;

    private SbgnWriter(Model model) {
        this.model = model;
        this.places = LayeredLayout.of(model);
    }

    /** The document. */
    public static String write(Model model) {
        return new SbgnWriter(model).document();
    }

    private String document() {
        model.species().forEach(this::species);
        model.reactions().forEach(this::reaction);
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <sbgn xmlns="http://sbgn.org/libsbgn/0.3">
                  <map id="map" language="process description">
                """ + glyphs + arcs + "  </map>\n</sbgn>\n";
    }

    private void species(Species species) {
        String kind = species.remarks().sboTerm().equals(SIMPLE_CHEMICAL) ? "simple chemical" : "macromolecule";
        String name = species.remarks().name().isEmpty()
                ? species.id()
                : species.remarks().name();
        glyph(species.id(), kind, name, place(species.id()), WIDTH, HEIGHT);
    }

    private void reaction(Reaction reaction) {
        double[] at = place(reaction.id());
        glyph(reaction.id(), "process", "", at, PROCESS, PROCESS);
        if (reaction.reactants().isEmpty()) {
            double[] source = {at[0], at[1] - 2 * PROCESS};
            glyph(reaction.id() + ".source", "source and sink", "", source, PROCESS, PROCESS);
            arc("consumption", reaction.id() + ".source", reaction.id(), source, at);
        }
        if (reaction.products().isEmpty()) {
            double[] sink = {at[0], at[1] + 2 * PROCESS};
            glyph(reaction.id() + ".sink", "source and sink", "", sink, PROCESS, PROCESS);
            arc("production", reaction.id(), reaction.id() + ".sink", at, sink);
        }
        for (SpeciesReference each : reaction.reactants()) {
            arc("consumption", each.species(), reaction.id(), place(each.species()), at);
        }
        for (SpeciesReference each : reaction.products()) {
            arc("production", reaction.id(), each.species(), at, place(each.species()));
        }
        for (String each : reaction.modifiers()) {
            arc("modulation", each, reaction.id(), place(each), at);
        }
    }

    private double[] place(String id) {
        return places.getOrDefault(id, new double[2]);
    }

    private void glyph(String id, String kind, String label, double[] centre, double width, double height) {
        glyphs.append("    <glyph id=\"")
                .append(XmlEscape.of(id))
                .append("\" class=\"")
                .append(kind)
                .append("\">");
        if (!label.isEmpty()) {
            glyphs.append("<label text=\"").append(XmlEscape.of(label)).append("\"/>");
        }
        glyphs.append(String.format(
                Locale.ROOT,
                "<bbox x=\"%.1f\" y=\"%.1f\" w=\"%.1f\" h=\"%.1f\"/></glyph>\n",
                centre[0] - width / 2,
                centre[1] - height / 2,
                width,
                height));
    }

    private void arc(String kind, String source, String target, double[] from, double[] to) {
        arcs.append(String.format(
                Locale.ROOT,
                "    <arc id=\"arc%d\" class=\"%s\" source=\"%s\" target=\"%s\"><start x=\"%.1f\" y=\"%.1f\"/><end x=\"%.1f\" y=\"%.1f\"/></arc>\n",
                ++arcCount,
                kind,
                XmlEscape.of(source),
                XmlEscape.of(target),
                from[0],
                from[1],
                to[0],
                to[1]));
    }
}
