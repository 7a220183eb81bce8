package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;

/** Draws the marks of layers over a pair of axes; their texts follow in {@link AnnotationPainter}. */
final class LayerPainter {
    /** Half the length of the stroke that stands for a curve at the zero position of a broken axis. */
    private static final double ZERO_STUB = 7;

    private static final double BAND_OPACITY = 0.16;
    private static final double CAP = 3;
    private static final double BEYOND = 10_000;

    private final Canvas canvas;
    private final ScaledAxis x;
    private final ScaledAxis y;
    private final Rect area;
    private final LabelField field;

    LayerPainter(Canvas canvas, ScaledAxis x, ScaledAxis y, Rect area, LabelField field) {
        this.canvas = canvas;
        this.x = x;
        this.y = y;
        this.area = area;
        this.field = field;
    }

    void paint(Layer layer) {
        switch (layer) {
            case Points points -> points.points().forEach(point -> point(point, points.style()));
            case Means means -> means.means().forEach(mean -> mean(mean, means.style()));
            case Line line -> curve(line.points(), line.style());
            case Steps steps -> curve(corners(steps.points()), steps.style());
            case Band band -> band(band);
            case Bars bars -> bars.bars().forEach(bar -> bar(bar, bars.style()));
            case Rug rug -> rug.values().forEach(value -> rug(value, rug));
            case Area polygon -> area(polygon);
            case Raster raster -> canvas.image(box(raster.lowerLeft(), raster.upperRight()), raster.pngBase64());
            case Rule rule -> rule(rule);
            case DropLine drop -> drop(drop);
            case Note _ -> {}
        }
    }

    private void point(Point point, Style style) {
        if (!point.isDefined() || offScale(point.x(), point.y(), style)) {
            return;
        }
        MarkerPainter.paint(canvas, x.at(point.x()), y.at(point.y()), style);
        field.addMark(x.at(point.x()), y.at(point.y()), style.markerSize() / 2 + 1);
    }

    /** Draws a triangle at the edge for a value beyond the axes and says whether it did. */
    private boolean offScale(double vx, double vy, Style style) {
        int sideX = x.side(vx);
        int sideY = y.side(vy);
        if (sideX == 0 && sideY == 0) {
            return false;
        }
        double px = Math.clamp(x.at(vx), area.x(), area.right());
        double py = Math.clamp(y.at(vy), area.y(), area.bottom());
        MarkerPainter.offScale(canvas, px, py, sideY == 0 ? sideX : 0, -sideY, style);
        return true;
    }

    private void mean(Interval mean, Style style) {
        if (Double.isNaN(mean.value())) {
            return;
        }
        if (!Double.isNaN(mean.low()) && x.side(mean.x()) == 0) {
            errorBar(x.at(mean.x()), mean, style);
        }
        point(new Point(mean.x(), mean.value()), style);
    }

    private void errorBar(double px, Interval mean, Style style) {
        Ink ink = Ink.stroke(style.colour(), Math.min(1.2, style.lineWidth())).strokeOpacity(style.opacity());
        double low = Math.clamp(y.at(mean.low()), area.y(), area.bottom());
        double high = Math.clamp(y.at(mean.high()), area.y(), area.bottom());
        canvas.line(px, low, px, high, ink);
        end(px, low, y.side(mean.low()), style, ink);
        end(px, high, y.side(mean.high()), style, ink);
        field.addLine(List.of(new Point(px, low), new Point(px, high)));
    }

    private void end(double px, double py, int side, Style style, Ink ink) {
        if (side == 0) {
            canvas.line(px - CAP, py, px + CAP, py, ink);
        } else {
            MarkerPainter.offScale(canvas, px, py, 0, -side, style);
        }
    }

    private void curve(List<Point> points, Style style) {
        List<Point> run = new ArrayList<>();
        for (Point point : points) {
            if (isOnScale(point.x()) && !Double.isNaN(point.y())) {
                run.add(edge(x.at(point.x()), point.y()));
                continue;
            }
            stroke(run, style);
            run.clear();
            if (x.isZeroPosition(point.x()) && !Double.isNaN(point.y())) {
                double px = x.at(point.x());
                stroke(List.of(edge(px - ZERO_STUB, point.y()), edge(px + ZERO_STUB, point.y())), style);
            }
        }
        stroke(run, style);
    }

    private boolean isOnScale(double value) {
        return x.axis().transform().isDefined(value);
    }

    private void stroke(List<Point> pixels, Style style) {
        for (List<Point> part : Clip.polyline(pixels, area)) {
            canvas.polyline(part, Ink.line(style));
            field.addLine(part);
        }
    }

    private static List<Point> corners(List<Point> steps) {
        List<Point> corners = new ArrayList<>(2 * steps.size());
        for (int i = 0; i < steps.size(); i++) {
            if (i > 0) {
                corners.add(new Point(steps.get(i).x(), steps.get(i - 1).y()));
            }
            corners.add(steps.get(i));
        }
        return corners;
    }

    private void band(Band band) {
        Ink ink = Ink.fill(band.style().colour())
                .fillOpacity(BAND_OPACITY * band.style().opacity());
        List<Point> low = new ArrayList<>();
        List<Point> high = new ArrayList<>();
        for (Span span : band.spans()) {
            if (x.isZeroPosition(span.x())) {
                double px = x.at(span.x());
                fill(around(px, span), ink);
            } else if (isOnScale(span.x()) && !Double.isNaN(span.low())) {
                double px = x.at(span.x());
                low.add(edge(px, span.low()));
                high.add(edge(px, span.high()));
            }
        }
        high.addAll(low.reversed());
        fill(high, ink);
    }

    private List<Point> around(double px, Span span) {
        return List.of(
                edge(px - ZERO_STUB, span.low()),
                edge(px - ZERO_STUB, span.high()),
                edge(px + ZERO_STUB, span.high()),
                edge(px + ZERO_STUB, span.low()));
    }

    /** A corner of a band; one without a position on the axis stands far beyond the panel. */
    private Point edge(double px, double value) {
        if (y.axis().transform().isDefined(value)) {
            return new Point(px, y.at(value));
        }
        return new Point(px, y.side(value) > 0 ? area.y() - BEYOND : area.bottom() + BEYOND);
    }

    private void fill(List<Point> outline, Ink ink) {
        if (outline.size() > 2) {
            canvas.polygon(Clip.polygon(outline, area), ink);
        }
    }

    private void bar(Bars.Bar bar, Style style) {
        Rect box = box(new Point(bar.left(), bar.base()), new Point(bar.right(), bar.top()));
        canvas.rect(box, Ink.fill(style.colour()).stroked(Colour.WHITE, 0.6).fillOpacity(style.opacity()));
        field.addArea(box);
    }

    private Rect box(Point lowerLeft, Point upperRight) {
        double left = clampX(x.at(lowerLeft.x()));
        double right = clampX(x.at(upperRight.x()));
        double bottom = clampY(y.at(lowerLeft.y()));
        double top = clampY(y.at(upperRight.y()));
        return new Rect(Math.min(left, right), Math.min(top, bottom), Math.abs(right - left), Math.abs(bottom - top));
    }

    private void rug(double value, Rug rug) {
        Ink ink = Ink.stroke(rug.style().colour(), 0.8).strokeOpacity(0.7);
        boolean alongX = rug.axis() == Rule.Direction.HORIZONTAL;
        if ((alongX ? x : y).side(value) != 0) {
            return;
        }
        if (alongX) {
            canvas.line(x.at(value), area.bottom(), x.at(value), area.bottom() - 6, ink);
        } else {
            canvas.line(area.x(), y.at(value), area.x() + 6, y.at(value), ink);
        }
    }

    private void area(Area polygon) {
        List<Point> pixels = polygon.corners().stream()
                .map(p -> new Point(x.at(p.x()), y.at(p.y())))
                .toList();
        Ink ink = Ink.fill(polygon.style().colour())
                .fillOpacity(0.08 * polygon.style().opacity())
                .stroked(polygon.style().colour(), polygon.style().lineWidth())
                .dash(polygon.style().dash());
        canvas.polygon(Clip.polygon(pixels, area), ink);
    }

    private void rule(Rule rule) {
        boolean across = rule.direction() == Rule.Direction.HORIZONTAL;
        if ((across ? y : x).side(rule.value()) != 0) {
            return;
        }
        double at = (across ? y : x).at(rule.value());
        List<Point> ends = across
                ? List.of(new Point(area.x(), at), new Point(area.right(), at))
                : List.of(new Point(at, area.bottom()), new Point(at, area.y()));
        canvas.polyline(ends, Ink.line(rule.style()));
        field.addLine(ends);
    }

    private void drop(DropLine drop) {
        if (x.side(drop.from().x()) != 0) {
            return;
        }
        double px = x.at(drop.from().x());
        List<Point> ends = List.of(new Point(px, clampY(y.at(drop.from().y()))), new Point(px, area.bottom()));
        canvas.polyline(ends, Ink.line(drop.style()));
        field.addLine(ends);
    }

    private double clampX(double px) {
        return Math.clamp(px, area.x(), area.right());
    }

    private double clampY(double py) {
        return Math.clamp(py, area.y(), area.bottom());
    }
}
