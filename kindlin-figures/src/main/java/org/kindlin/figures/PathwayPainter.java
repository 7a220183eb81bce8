package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws a pathway: edges, nodes in their colours, the key to the colours. */
final class PathwayPainter {
    private static final double NODE_WIDTH = 96;
    private static final double NODE_HEIGHT = 34;
    private static final double GAP = 3;
    private static final double HEAD = 7;
    /** Colours run from a quarter to four times the reference. */
    private static final double OCTAVES = 2;

    private static final double DARK = 0.32;
    private static final Colour EDGE = Colour.hex("#5C6370");

    private final Pathway pathway;
    private final FigureFrame frame;
    private final double top;
    private final Map<String, Pathway.Node> nodes;
    private final Canvas canvas = new Canvas();

    PathwayPainter(Pathway pathway) {
        this.pathway = pathway;
        this.frame = new FigureFrame(pathway.heading(), pathway.widthPx());
        this.top = frame.bodyTop();
        this.nodes = pathway.nodes().stream().collect(Collectors.toMap(Pathway.Node::id, Function.identity()));
    }

    Figure figure() {
        pathway.edges().forEach(this::edge);
        pathway.nodes().forEach(this::node);
        key();
        return frame.finish(canvas, top + pathway.heightPx());
    }

    private Rect box(Pathway.Node node) {
        double width = Math.max(NODE_WIDTH, TextStyle.LABEL.bold().width(node.label()) + 22);
        return new Rect(node.x() - width / 2, top + node.y() - NODE_HEIGHT / 2, width, NODE_HEIGHT);
    }

    private void edge(Pathway.Edge edge) {
        Pathway.Node from = node(edge.from());
        Pathway.Node to = node(edge.to());
        List<Point> points = new ArrayList<>();
        points.add(new Point(from.x(), top + from.y()));
        edge.via().forEach(point -> points.add(new Point(point.x(), top + point.y())));
        points.add(new Point(to.x(), top + to.y()));
        points.set(0, border(box(from), points.get(0), points.get(1), 0));
        int last = points.size() - 1;
        double gap = edge.effect() == Pathway.Effect.CATALYSIS ? GAP + HEAD : GAP;
        Point tip = border(box(to), points.get(last), points.get(last - 1), gap);
        points.set(last, tip);
        canvas.polyline(points, Ink.stroke(EDGE, 1.3).dash(edge.dash()));
        head(edge.effect(), points.get(last - 1), tip);
        if (!edge.label().isEmpty()) {
            Point a = points.get((last - 1) / 2);
            Point b = points.get((last - 1) / 2 + 1);
            canvas.haloText((a.x() + b.x()) / 2 + 5, (a.y() + b.y()) / 2 - 4, edge.label(), TextStyle.TICK.size(9));
        }
    }

    private Pathway.Node node(String id) {
        Pathway.Node node = nodes.get(id);
        if (node == null) {
            throw new IllegalStateException(id);
        }
        return node;
    }

    /** Where the way from the middle of a box towards a point leaves it, and a gap beyond. */
    private static Point border(Rect box, Point middle, Point towards, double gap) {
        double dx = towards.x() - middle.x();
        double dy = towards.y() - middle.y();
        double length = Math.hypot(dx, dy);
        if (length == 0) {
            return middle;
        }
        double across = dx == 0 ? Double.POSITIVE_INFINITY : box.width() / 2 / Math.abs(dx);
        double down = dy == 0 ? Double.POSITIVE_INFINITY : box.height() / 2 / Math.abs(dy);
        double part = Math.min(1, Math.min(across, down) + gap / length);
        return new Point(middle.x() + part * dx, middle.y() + part * dy);
    }

    private void head(Pathway.Effect effect, Point from, Point tip) {
        double dx = tip.x() - from.x();
        double dy = tip.y() - from.y();
        double length = Math.max(Math.hypot(dx, dy), 1e-9);
        double ux = dx / length;
        double uy = dy / length;
        Point left = new Point(tip.x() - HEAD * ux - 0.55 * HEAD * uy, tip.y() - HEAD * uy + 0.55 * HEAD * ux);
        Point right = new Point(tip.x() - HEAD * ux + 0.55 * HEAD * uy, tip.y() - HEAD * uy - 0.55 * HEAD * ux);
        switch (effect) {
            case STIMULATION ->
                canvas.polygon(List.of(left, tip, right), Ink.fill(Colour.WHITE).stroked(EDGE, 1.2));
            case BINDING -> canvas.polygon(List.of(left, tip, right), Ink.fill(EDGE));
            case INHIBITION ->
                canvas.line(
                        tip.x() - HEAD * uy,
                        tip.y() + HEAD * ux,
                        tip.x() + HEAD * uy,
                        tip.y() - HEAD * ux,
                        Ink.stroke(EDGE, 2.2));
            case CATALYSIS ->
                canvas.circle(
                        tip.x() + HEAD / 2 * ux,
                        tip.y() + HEAD / 2 * uy,
                        HEAD / 2,
                        Ink.fill(Colour.WHITE).stroked(EDGE, 1.2));
        }
    }

    private void node(Pathway.Node node) {
        Rect box = box(node);
        Colour fill = node.activity().isPresent()
                ? colour(node.activity().getAsDouble())
                : node.glyph() == Pathway.Glyph.SIMPLE_CHEMICAL ? Colour.hex("#FFF4D6") : Colour.hex("#F4F5F7");
        Ink ink = Ink.fill(fill).stroked(Colour.AXIS, 1);
        String value = node.activity().isPresent() ? percent(node.activity().getAsDouble()) : "";
        canvas.open(node.label() + (value.isEmpty() ? "" : ": " + value));
        switch (node.glyph()) {
            case MACROMOLECULE -> canvas.rounded(box, 8, ink);
            case SIMPLE_CHEMICAL -> canvas.rounded(box, NODE_HEIGHT / 2, ink);
            case COMPLEX -> canvas.polygon(cutCorners(box), ink);
            case PHENOTYPE -> canvas.polygon(hexagon(box, 10), ink);
            case PERTURBATION -> canvas.polygon(hexagon(box, -10), ink);
        }
        Colour print = fill.luminance() < DARK ? Colour.WHITE : Colour.TEXT;
        TextStyle label = TextStyle.LABEL.bold().colour(print);
        double middle = box.centreY() + label.middleToBaseline();
        canvas.text(box.centreX(), value.isEmpty() ? middle : middle - 5, node.label(), Note.Anchor.MIDDLE, label);
        if (!value.isEmpty()) {
            canvas.text(
                    box.centreX(),
                    middle + 8,
                    value,
                    Note.Anchor.MIDDLE,
                    TextStyle.TICK.size(9).colour(print));
        }
        canvas.close();
        if (!node.state().isEmpty()) {
            state(box, node.state());
        }
    }

    private void state(Rect box, String text) {
        TextStyle style = TextStyle.TICK.size(8.5);
        double width = style.width(text) + 10;
        Rect bubble = new Rect(box.right() - width - 4, box.y() - 8, width, 14);
        canvas.rounded(bubble, 7, Ink.fill(Colour.WHITE).stroked(Colour.AXIS, 0.8));
        canvas.text(bubble.centreX(), bubble.centreY() + style.middleToBaseline(), text, Note.Anchor.MIDDLE, style);
    }

    private static List<Point> cutCorners(Rect r) {
        double c = 8;
        return List.of(
                new Point(r.x() + c, r.y()),
                new Point(r.right() - c, r.y()),
                new Point(r.right(), r.y() + c),
                new Point(r.right(), r.bottom() - c),
                new Point(r.right() - c, r.bottom()),
                new Point(r.x() + c, r.bottom()),
                new Point(r.x(), r.bottom() - c),
                new Point(r.x(), r.y() + c));
    }

    private static List<Point> hexagon(Rect r, double inset) {
        return List.of(
                new Point(r.x() + Math.max(inset, 0), r.y()),
                new Point(r.right() - Math.max(inset, 0), r.y()),
                new Point(r.right() + Math.min(inset, 0), r.centreY()),
                new Point(r.right() - Math.max(inset, 0), r.bottom()),
                new Point(r.x() + Math.max(inset, 0), r.bottom()),
                new Point(r.x() - Math.min(inset, 0), r.centreY()));
    }

    /** White at the reference, blue below, red above; one octave is half of the way. */
    static Colour colour(double activity) {
        double octaves = StrictMath.log(Math.max(activity, 1e-6)) / StrictMath.log(2);
        return ColourMap.DIVERGING.at(0.5 + 0.42 * Math.clamp(octaves / OCTAVES, -1, 1));
    }

    private static String percent(double activity) {
        return String.format(Locale.ROOT, activity < 0.1 ? "%.1f %%" : "%.0f %%", 100 * activity);
    }

    private void key() {
        double width = 168;
        double x = pathway.widthPx() - FigureFrame.PAD - 16 - width;
        double y = top + pathway.heightPx() - 34;
        int steps = 84;
        for (int i = 0; i < steps; i++) {
            double octaves = OCTAVES * (2.0 * i / (steps - 1) - 1);
            canvas.rect(
                    new Rect(x + i * width / steps, y, width / steps + 0.5, 10),
                    Ink.fill(colour(StrictMath.pow(2, octaves))));
        }
        canvas.rect(new Rect(x, y, width, 10), Ink.stroke(Colour.AXIS, 0.6));
        TextStyle style = TextStyle.TICK.size(9);
        for (double value : new double[] {0.25, 0.5, 1, 2, 4}) {
            double at = x + width * (StrictMath.log(value) / StrictMath.log(2) / OCTAVES + 1) / 2;
            canvas.line(at, y + 10, at, y + 13, Ink.stroke(Colour.AXIS, 0.8));
            canvas.text(at, y + 23, percent(value), Note.Anchor.MIDDLE, style);
        }
        canvas.text(x + width / 2, y - 5, pathway.quantity(), Note.Anchor.MIDDLE, style);
    }
}
