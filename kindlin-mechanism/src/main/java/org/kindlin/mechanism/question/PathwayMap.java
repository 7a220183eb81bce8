package org.kindlin.mechanism.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Pathway.Edge;
import org.kindlin.figures.Pathway.Effect;
import org.kindlin.figures.Pathway.Glyph;
import org.kindlin.figures.Pathway.Node;
import org.kindlin.figures.Point;

/**
 * The nodes and edges of the guides' lost figure of FAK and Pyk2 signalling, with the adaptors of the second one, at
 * curated places. Solid edges are stated in a guide, dashed ones inferred to complete the drawing, dotted ones needed by the
 * model and absent from the guides.
 */
final class PathwayMap {
    static final double WIDTH = 980;
    static final double HEIGHT = 850;

    private final Map<String, Double> activities;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    private PathwayMap(Map<String, Double> activities) {
        this.activities = activities;
    }

    /** @param activities relative to the untreated cell, by node */
    static PathwayMap of(Map<String, Double> activities) {
        PathwayMap map = new PathwayMap(activities);
        map.signals();
        map.cascades();
        map.programmes();
        map.upstream();
        map.downstream();
        return map;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<Edge> edges() {
        return edges;
    }

    private void node(String id, String label, Glyph glyph, double x, double y, String state) {
        Double activity = activities.get(id);
        nodes.add(new Node(
                id,
                label,
                glyph,
                x,
                y,
                state,
                activity == null ? OptionalDouble.empty() : OptionalDouble.of(activity)));
    }

    private void signals() {
        node("ecm", "ECM", Glyph.PERTURBATION, 330, 30, "");
        node("integrin", "integrin cluster", Glyph.MACROMOLECULE, 330, 100, "");
        node("rtk", "RTK", Glyph.MACROMOLECULE, 640, 100, "");
        node("fak", "FAK", Glyph.MACROMOLECULE, 330, 190, "");
        node("pyk2", "Pyk2", Glyph.MACROMOLECULE, 640, 190, "");
        node("defactinib", "defactinib", Glyph.SIMPLE_CHEMICAL, 485, 190, "");
        node("pFak", "pFAK", Glyph.MACROMOLECULE, 330, 285, "pY397");
        node("pPyk2", "pPyk2", Glyph.MACROMOLECULE, 640, 285, "pY402");
        node("src", "Src", Glyph.MACROMOLECULE, 485, 285, "");
        node("fakSrc", "FAK/Src", Glyph.COMPLEX, 400, 365, "");
        node("pyk2Src", "Pyk2/Src", Glyph.COMPLEX, 570, 365, "");
        node("otherY", "FAK, other sites", Glyph.MACROMOLECULE, 215, 365, "Y576 Y861 Y925");
    }

    private void cascades() {
        node("cas", "p130Cas", Glyph.MACROMOLECULE, 130, 455, "pY");
        node("paxillin", "paxillin", Glyph.MACROMOLECULE, 265, 455, "pY");
        node("rac", "Rac, actin", Glyph.MACROMOLECULE, 130, 550, "");
        node("turnover", "adhesion turnover", Glyph.PHENOTYPE, 275, 550, "");
        node("pi3k", "PI3K", Glyph.MACROMOLECULE, 430, 455, "");
        node("akt", "Akt", Glyph.MACROMOLECULE, 430, 550, "pS473");
        node("ras", "RAS", Glyph.MACROMOLECULE, 660, 440, "GTP");
        node("raf", "RAF", Glyph.MACROMOLECULE, 660, 500, "");
        node("mek", "MEK", Glyph.MACROMOLECULE, 660, 560, "pp");
        node("erk", "ERK", Glyph.MACROMOLECULE, 660, 620, "pp");
        node("avutometinib", "avutometinib", Glyph.SIMPLE_CHEMICAL, 810, 530, "");
        node("genes", "cell-cycle genes", Glyph.MACROMOLECULE, 660, 685, "");
    }

    private void programmes() {
        node("migration", "migration", Glyph.PHENOTYPE, 85, 755, "");
        node("invasion", "invasion", Glyph.PHENOTYPE, 205, 755, "");
        node("survival", "survival", Glyph.PHENOTYPE, 320, 755, "");
        node("apoptosis", "apoptosis", Glyph.PHENOTYPE, 435, 755, "");
        node("growth", "growth", Glyph.PHENOTYPE, 545, 755, "");
        node("proliferation", "proliferation", Glyph.PHENOTYPE, 665, 755, "");
        node("differentiation", "differentiation", Glyph.PHENOTYPE, 790, 755, "");
    }

    private void edge(String from, String to, Effect effect, Dash dash, Point... via) {
        edges.add(new Edge(from, to, effect, List.of(via), dash, ""));
    }

    private static Point at(double x, double y) {
        return new Point(x, y);
    }

    private void upstream() {
        edge("ecm", "integrin", Effect.STIMULATION, Dash.DASHED);
        edge("integrin", "fak", Effect.STIMULATION, Dash.SOLID);
        edge("integrin", "pyk2", Effect.STIMULATION, Dash.SOLID);
        edge("rtk", "pyk2", Effect.STIMULATION, Dash.SOLID);
        edge("rtk", "fak", Effect.STIMULATION, Dash.SOLID);
        edge("fak", "pFak", Effect.CATALYSIS, Dash.SOLID);
        edge("pyk2", "pPyk2", Effect.CATALYSIS, Dash.SOLID);
        edge("defactinib", "fak", Effect.INHIBITION, Dash.SOLID);
        edge("defactinib", "pyk2", Effect.INHIBITION, Dash.SOLID);
        edges.add(new Edge(
                "fak", "pPyk2", Effect.INHIBITION, List.of(at(395, 238), at(560, 238)), Dash.SOLID, "compensation"));
        edges.add(new Edge(
                "rtk",
                "pFak",
                Effect.CATALYSIS,
                List.of(at(760, 100), at(760, 325), at(470, 325)),
                Dash.DOTTED,
                "bypass of Y397"));
        edge("pFak", "fakSrc", Effect.BINDING, Dash.SOLID);
        edge("src", "fakSrc", Effect.BINDING, Dash.SOLID);
        edge("pPyk2", "pyk2Src", Effect.BINDING, Dash.SOLID);
        edge("src", "pyk2Src", Effect.BINDING, Dash.SOLID);
        edge("fakSrc", "otherY", Effect.CATALYSIS, Dash.DOTTED);
        edges.add(new Edge(
                "erk",
                "fak",
                Effect.INHIBITION,
                List.of(at(925, 620), at(925, 62), at(190, 62), at(190, 190)),
                Dash.DOTTED,
                "feedback"));
    }

    private void downstream() {
        edge("fakSrc", "cas", Effect.CATALYSIS, Dash.SOLID, at(330, 410), at(130, 410));
        edge("fakSrc", "paxillin", Effect.CATALYSIS, Dash.SOLID, at(380, 415), at(265, 415));
        edge("cas", "rac", Effect.STIMULATION, Dash.DASHED);
        edge("paxillin", "turnover", Effect.STIMULATION, Dash.SOLID);
        edge("rac", "migration", Effect.STIMULATION, Dash.DASHED);
        edge("turnover", "migration", Effect.STIMULATION, Dash.DASHED, at(275, 640));
        edge("turnover", "invasion", Effect.STIMULATION, Dash.DASHED);
        edge("fakSrc", "pi3k", Effect.STIMULATION, Dash.SOLID);
        edge("pyk2Src", "pi3k", Effect.STIMULATION, Dash.SOLID);
        edge("fakSrc", "ras", Effect.STIMULATION, Dash.SOLID, at(450, 405), at(620, 405));
        edge("pyk2Src", "ras", Effect.STIMULATION, Dash.SOLID);
        edge("pi3k", "akt", Effect.STIMULATION, Dash.SOLID);
        edge("ras", "raf", Effect.STIMULATION, Dash.SOLID);
        edge("raf", "mek", Effect.CATALYSIS, Dash.SOLID);
        edge("mek", "erk", Effect.CATALYSIS, Dash.SOLID);
        edge("avutometinib", "raf", Effect.INHIBITION, Dash.DOTTED);
        edge("avutometinib", "mek", Effect.INHIBITION, Dash.DOTTED);
        edge("erk", "genes", Effect.STIMULATION, Dash.SOLID);
        edge("genes", "proliferation", Effect.STIMULATION, Dash.SOLID);
        edge("genes", "differentiation", Effect.STIMULATION, Dash.SOLID);
        edge("akt", "apoptosis", Effect.INHIBITION, Dash.SOLID);
        edge("akt", "survival", Effect.STIMULATION, Dash.SOLID);
        edge("akt", "growth", Effect.STIMULATION, Dash.SOLID);
        edge("akt", "proliferation", Effect.STIMULATION, Dash.SOLID, at(560, 700));
        edge("pFak", "migration", Effect.STIMULATION, Dash.SOLID, at(35, 285), at(35, 712), at(85, 712));
        edge("pFak", "survival", Effect.STIMULATION, Dash.SOLID, at(35, 285), at(35, 712), at(320, 712));
        edge("pFak", "proliferation", Effect.STIMULATION, Dash.SOLID, at(35, 285), at(35, 712), at(640, 712));
        edge("pPyk2", "proliferation", Effect.STIMULATION, Dash.SOLID, at(885, 285), at(885, 722), at(690, 722));
        edge("pPyk2", "invasion", Effect.STIMULATION, Dash.SOLID, at(885, 285), at(885, 722), at(205, 722));
        edge("pPyk2", "migration", Effect.STIMULATION, Dash.SOLID, at(885, 285), at(885, 722), at(100, 722));
    }
}
