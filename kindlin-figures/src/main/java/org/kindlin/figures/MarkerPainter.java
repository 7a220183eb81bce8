package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;

/** Draws one marker at a pixel. Closed shapes are scaled to look equally large as a circle of the style's diameter. */
final class MarkerPainter {
    private static final double OUTLINE = 1.1;

    private MarkerPainter() {}

    static void paint(Canvas canvas, double x, double y, Style style) {
        double r = style.markerSize() / 2;
        switch (style.marker()) {
            case CIRCLE -> canvas.circle(x, y, r, ink(style));
            case SQUARE -> regular(canvas, x, y, 1.2 * r, 4, 45, style);
            case DIAMOND -> regular(canvas, x, y, 1.28 * r, 4, 0, style);
            case TRIANGLE -> regular(canvas, x, y + 0.15 * r, 1.32 * r, 3, 0, style);
            case TRIANGLE_DOWN -> regular(canvas, x, y - 0.15 * r, 1.32 * r, 3, 180, style);
            case HEXAGON -> regular(canvas, x, y, 1.1 * r, 6, 0, style);
            case PLUS -> strokes(canvas, style, stroke(x - r, y, x + r, y), stroke(x, y - r, x, y + r));
            case CROSS ->
                strokes(canvas, style, stroke(x - r, y - r, x + r, y + r), stroke(x - r, y + r, x + r, y - r));
            case TICK -> strokes(canvas, style, stroke(x, y - r, x, y + r));
            case ARROW_UP -> arrow(canvas, x, y, 0, -1, style);
            case ARROW_DOWN -> arrow(canvas, x, y, 0, 1, style);
            case ARROW_LEFT -> arrow(canvas, x, y, -1, 0, style);
            case ARROW_RIGHT -> arrow(canvas, x, y, 1, 0, style);
        }
    }

    /** A small triangle at the edge of a panel that points to a value beyond it. */
    static void offScale(Canvas canvas, double x, double y, double dx, double dy, Style style) {
        double length = 6;
        double half = 3.2;
        List<Point> corners = List.of(
                new Point(x, y),
                new Point(x - dx * length + dy * half, y - dy * length + dx * half),
                new Point(x - dx * length - dy * half, y - dy * length - dx * half));
        canvas.polygon(corners, Ink.fill(Colour.WHITE).stroked(style.colour(), 1));
    }

    private static Ink ink(Style style) {
        return Ink.fill(style.filled() ? style.colour() : Colour.WHITE)
                .stroked(style.filled() ? Colour.WHITE : style.colour(), style.filled() ? 0.5 : OUTLINE)
                .fillOpacity(style.opacity())
                .strokeOpacity(style.opacity());
    }

    private static void regular(Canvas canvas, double x, double y, double r, int corners, double turn, Style style) {
        List<Point> points = new ArrayList<>(corners);
        for (int i = 0; i < corners; i++) {
            double angle = StrictMath.toRadians(turn - 90 + 360.0 * i / corners);
            points.add(new Point(x + r * StrictMath.cos(angle), y + r * StrictMath.sin(angle)));
        }
        canvas.polygon(points, ink(style));
    }

    private static void arrow(Canvas canvas, double x, double y, double dx, double dy, Style style) {
        double length = 2.2 * style.markerSize();
        double head = 0.5 * style.markerSize();
        double tipX = x + dx * length;
        double tipY = y + dy * length;
        List<Point> barbs = List.of(
                new Point(tipX - dx * head + dy * head, tipY - dy * head + dx * head),
                new Point(tipX, tipY),
                new Point(tipX - dx * head - dy * head, tipY - dy * head - dx * head));
        strokes(canvas, style, stroke(x, y, tipX, tipY), barbs);
        canvas.circle(x, y, style.markerSize() / 2, ink(style.open()));
    }

    private static List<Point> stroke(double x1, double y1, double x2, double y2) {
        return List.of(new Point(x1, y1), new Point(x2, y2));
    }

    @SafeVarargs
    private static void strokes(Canvas canvas, Style style, List<Point>... strokes) {
        Ink ink = Ink.stroke(style.colour(), Math.max(OUTLINE, style.lineWidth() * 0.8))
                .strokeOpacity(style.opacity());
        for (List<Point> stroke : strokes) {
            canvas.polyline(stroke, ink);
        }
    }
}
