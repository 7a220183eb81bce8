package org.kindlin.figures;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A signalling pathway with curated coordinates, in glyphs like those of SBGN Process Description and Activity Flow (Le
 * Novère 2009, Nat Biotechnol 27:735), its nodes coloured by activity relative to a reference.
 *
 * @param nodes drawn over the edges
 * @param widthPx width of the figure
 * @param heightPx height of the body
 * @param quantity what the colours mean
 */
public record Pathway(
        Heading heading, List<Node> nodes, List<Edge> edges, double widthPx, double heightPx, String quantity) {

    /** What a node is. */
    public enum Glyph {
        /** A protein: rounded rectangle. */
        MACROMOLECULE,
        /** Proteins bound to each other: rectangle with cut corners. */
        COMPLEX,
        /** A drug: stadium. */
        SIMPLE_CHEMICAL,
        /** What a cell does: hexagon. */
        PHENOTYPE,
        /** What acts from outside: concave hexagon. */
        PERTURBATION
    }

    /** What an edge says. */
    public enum Effect {
        /** Activates: arrow. */
        STIMULATION,
        /** Inhibits: bar. */
        INHIBITION,
        /** Phosphorylates: circle. */
        CATALYSIS,
        /** Binds: filled arrow. */
        BINDING
    }

    /**
     * A node.
     *
     * @param x of its centre, in pixels of the body
     * @param y of its centre, downwards
     * @param state of its modification, written on its upper edge ({@code pY397}); may be empty
     * @param activity relative to the reference, 1 where nothing changed; empty where it has none
     */
    public record Node(
            String id, String label, Glyph glyph, double x, double y, String state, OptionalDouble activity) {}

    /**
     * An edge.
     *
     * @param via points that it goes through, in pixels of the body
     * @param dash solid, dashed, dotted: what its evidence is, as the caption says
     * @param label beside its middle; may be empty
     */
    public record Edge(String from, String to, Effect effect, List<Point> via, Dash dash, String label) {
        public Edge {
            via = List.copyOf(via);
        }
    }

    public Pathway {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        for (Edge edge : edges) {
            if (nodes.stream()
                            .filter(node ->
                                    node.id().equals(edge.from()) || node.id().equals(edge.to()))
                            .count()
                    < 2) {
                throw new IllegalArgumentException("no nodes for the edge " + edge.from() + " to " + edge.to());
            }
        }
    }

    /** Draws the figure. */
    public Figure figure() {
        return new PathwayPainter(this).figure();
    }
}
