package org.kindlin.mechanism.export;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.kindlin.mechanism.export.Layers.Place;
import org.kindlin.mechanism.model.Compartment;
import org.kindlin.mechanism.model.Model;

/**
 * Writes a model's network as SBGN-ML 0.3, Process Description Level 1 (van Iersel 2012, Bioinformatics 28:2016), laid out in
 * rows. Reactions without reactants or products get an empty set; modulation is stimulation or inhibition where the rate law
 * says so.
 */
public final class SbgnMl {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbgn xmlns="http://sbgn.org/libsbgn/0.3">
              <map id="map" language="process description">
            """;
    private static final double WIDTH = 108;
    private static final double HEIGHT = 40;
    private static final double PROCESS = 16;
    private static final double EMPTY = 24;
    private static final double OUTSIDE = 46;

    private final Model model;
    private final Network network;
    private final Map<String, Place> places;
    private final Map<String, String> glyphs = new HashMap<>();
    private final StringBuilder out = new StringBuilder();
    private int arcs;

    private SbgnMl(Model model) {
        this.model = model;
        this.network = Network.of(model);
        this.places = Layers.of(network);
    }

    /** The whole document. */
    public static String write(Model model) {
        return new SbgnMl(model).text();
    }

    private String text() {
        out.append(HEAD);
        compartments();
        int number = 0;
        for (Network.Node node : network.nodes()) {
            glyphs.put(node.id(), "g" + number++);
        }
        network.nodes().forEach(this::glyph);
        network.edges().forEach(this::arc);
        network.nodes().stream().filter(Network.Node::process).forEach(this::outside);
        return out.append("  </map>\n</sbgn>\n").toString();
    }

    /** One frame around everything for each compartment that holds species; frames do not nest. */
    private void compartments() {
        double right = places.values().stream().mapToDouble(Place::x).max().orElse(0) + WIDTH;
        double bottom = places.values().stream().mapToDouble(Place::y).max().orElse(0) + HEIGHT;
        int number = 0;
        for (Compartment compartment : model.compartments()) {
            String id = "c" + number++;
            glyphs.put("compartment " + compartment.id(), id);
            String name = compartment.remarks().name().isEmpty()
                    ? compartment.id()
                    : compartment.remarks().name();
            open(id, "compartment", "");
            label(name);
            box(0, 0, right, bottom);
            out.append("    </glyph>\n");
        }
    }

    private void open(String id, String kind, String compartment) {
        out.append("    <glyph id=\"")
                .append(id)
                .append("\" class=\"")
                .append(kind)
                .append('"');
        String within = glyphs.get("compartment " + compartment);
        if (within != null) {
            out.append(" compartmentRef=\"").append(within).append('"');
        }
        out.append(">\n");
    }

    private void label(String text) {
        out.append("      <label text=\"").append(Xml.escape(text)).append("\"/>\n");
    }

    private void box(double x, double y, double width, double height) {
        out.append(String.format(
                        Locale.ROOT, "      <bbox x=\"%.1f\" y=\"%.1f\" w=\"%.1f\" h=\"%.1f\"/>%n", x, y, width, height)
                .replace("\r", ""));
    }

    private Place place(String id) {
        return places.getOrDefault(id, new Place(0, 0));
    }

    private void glyph(Network.Node node) {
        Place at = place(node.id());
        if (node.process()) {
            open(String.valueOf(glyphs.get(node.id())), "process", "");
            box(at.x() - PROCESS / 2, at.y() - PROCESS / 2, PROCESS, PROCESS);
        } else {
            open(String.valueOf(glyphs.get(node.id())), kind(node.sboTerm()), node.compartment());
            label(node.name());
            box(at.x() - WIDTH / 2, at.y() - HEIGHT / 2, WIDTH, HEIGHT);
        }
        out.append("    </glyph>\n");
    }

    private static String kind(String sboTerm) {
        return switch (sboTerm) {
            case "SBO:0000247" -> "simple chemical";
            case "SBO:0000245", "SBO:0000252", "SBO:0000014" -> "macromolecule";
            case "SBO:0000253" -> "complex";
            case "SBO:0000250", "SBO:0000251", "SBO:0000278", "SBO:0000354" -> "nucleic acid feature";
            default -> "unspecified entity";
        };
    }

    private void arc(Network.Edge edge) {
        arc(
                edge.kind().name().toLowerCase(Locale.ROOT),
                String.valueOf(glyphs.get(edge.from())),
                String.valueOf(glyphs.get(edge.to())),
                place(edge.from()),
                place(edge.to()),
                edge.stoichiometry());
    }

    private void arc(String kind, String source, String target, Place from, Place to, double stoichiometry) {
        String id = "a" + arcs++;
        out.append("    <arc id=\"")
                .append(id)
                .append("\" class=\"")
                .append(kind)
                .append("\" source=\"")
                .append(source)
                .append("\" target=\"")
                .append(target)
                .append("\">\n");
        if (stoichiometry != 1) {
            out.append("      <glyph id=\"").append(id).append("n\" class=\"stoichiometry\">\n  ");
            label(Xml.number(stoichiometry));
            box((from.x() + to.x()) / 2 - 8, (from.y() + to.y()) / 2 - 8, 16, 16);
            out.append("      </glyph>\n");
        }
        out.append(String.format(Locale.ROOT, "      <start x=\"%.1f\" y=\"%.1f\"/>%n", from.x(), from.y())
                .replace("\r", ""));
        out.append(String.format(Locale.ROOT, "      <end x=\"%.1f\" y=\"%.1f\"/>%n", to.x(), to.y())
                .replace("\r", ""));
        out.append("    </arc>\n");
    }

    /** Empty sets for what comes from nowhere or goes there. */
    private void outside(Network.Node process) {
        boolean consumes = network.edges().stream()
                .anyMatch(edge ->
                        edge.kind() == Network.Kind.CONSUMPTION && edge.to().equals(process.id()));
        boolean produces = network.edges().stream()
                .anyMatch(edge ->
                        edge.kind() == Network.Kind.PRODUCTION && edge.from().equals(process.id()));
        String id = String.valueOf(glyphs.get(process.id()));
        Place at = place(process.id());
        if (!consumes) {
            Place from = new Place(at.x() - OUTSIDE, at.y());
            emptySet(id + "s", from);
            arc("consumption", id + "s", id, from, at, 1);
        }
        if (!produces) {
            Place to = new Place(at.x() + OUTSIDE, at.y());
            emptySet(id + "t", to);
            arc("production", id, id + "t", at, to, 1);
        }
    }

    private void emptySet(String id, Place at) {
        open(id, "empty set", "");
        box(at.x() - EMPTY / 2, at.y() - EMPTY / 2, EMPTY, EMPTY);
        out.append("    </glyph>\n");
    }
}
