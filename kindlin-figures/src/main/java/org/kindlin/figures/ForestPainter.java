package org.kindlin.figures;

import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Draws a forest plot: labels left, intervals in the middle, text right, the axis below. */
final class ForestPainter {
    private static final double ROW = 21;
    private static final double INDENT = 10;
    private static final double GAP = 16;
    private static final double NARROWEST_PLOT = 120;
    private static final double WIDEST_LABEL = 190;
    private static final double WIDEST_TEXT = 190;
    /** An interval may stretch the axis by this multiple of the span of the estimates; the rest of it is an arrow. */
    private static final double INTERVAL_SHARE = 1.0;
    /** Room for the arrow of an unbounded interval, as a share of that span. */
    private static final double ARROW_SHARE = 0.12;

    private final Forest forest;
    private final FigureFrame frame;
    private final Canvas canvas = new Canvas();
    private final double top;
    private final Rect area;
    private final ScaledAxis x;

    ForestPainter(Forest forest) {
        this.forest = forest;
        this.frame = new FigureFrame(forest.heading(), forest.widthPx());
        double head = forest.column().isEmpty() && forest.reference() == null ? 4 : 20;
        this.top = frame.bodyTop() + head;
        double labels = Math.min(
                        WIDEST_LABEL,
                        widest(forest.rows().stream().map(Forest.Row::label).toList()))
                + INDENT;
        double texts = Math.min(
                WIDEST_TEXT, widest(forest.rows().stream().map(Forest.Row::text).toList()));
        double left = FigureFrame.PAD + labels + GAP;
        double right = forest.widthPx()
                - FigureFrame.PAD
                - Math.max(texts, TextStyle.LABEL.bold().width(forest.column()))
                - GAP;
        double width = Math.max(NARROWEST_PLOT, right - left);
        double height = forest.rows().stream().mapToDouble(this::height).sum();
        this.area = new Rect(left, top, width, height + 4);
        this.x = ScaledAxis.horizontal(forest.axis(), shown(forest), area.x(), area.right());
    }

    private static double widest(List<String> texts) {
        return texts.stream().mapToDouble(TextStyle.LABEL.bold()::width).max().orElse(0);
    }

    Figure figure() {
        reference();
        if (!forest.column().isEmpty()) {
            canvas.text(textLeft(), top - 6, forest.column(), Note.Anchor.START, TextStyle.LABEL.bold());
        }
        double y = top;
        for (Forest.Row row : forest.rows()) {
            row(row, y + height(row) / 2);
            y += height(row);
        }
        List<String> title = TextStyle.AXIS_TITLE.wrap(forest.axis().title(), area.width() + 60);
        AxisPainter.bottom(canvas, x, area, true);
        double bottom = area.bottom() + AxisPainter.bottomRoom(x, true, title.size());
        AxisPainter.titleBelow(canvas, area.centreX(), bottom, title);
        return frame.finish(canvas, bottom);
    }

    private double textLeft() {
        return area.right() + GAP;
    }

    private void reference() {
        Forest.@Nullable Reference reference = forest.reference();
        if (reference == null || x.side(reference.value()) != 0) {
            return;
        }
        double at = x.at(reference.value());
        canvas.line(at, area.bottom(), at, area.y() - 2, Ink.line(Style.reference()));
        double half = TextStyle.LABEL.width(reference.label()) / 2;
        double centre = Math.clamp(at, area.x() - GAP + half, Math.max(area.x() - GAP + half, area.right() - half));
        canvas.text(centre, area.y() - 6, reference.label(), Note.Anchor.MIDDLE, TextStyle.LABEL.colour(Colour.MUTED));
    }

    private double height(Forest.Row row) {
        int lines = Math.max(labelLines(row).size(), textLines(row).size());
        return ROW + (lines - 1) * TextStyle.LABEL.lineHeight();
    }

    private static List<String> labelLines(Forest.Row row) {
        return TextStyle.LABEL.bold().wrap(row.label(), WIDEST_LABEL);
    }

    private static List<String> textLines(Forest.Row row) {
        List<String> lines = TextStyle.LABEL.wrap(row.text(), WIDEST_TEXT);
        return lines.isEmpty() ? List.of("") : lines;
    }

    private void row(Forest.Row row, double y) {
        boolean heading = row.isHeading();
        TextStyle label = heading ? TextStyle.LABEL.bold() : TextStyle.LABEL;
        lines(labelLines(row), FigureFrame.PAD + (heading ? 0 : INDENT), y, label);
        Colour colour = row.estimate() == null ? Colour.MUTED : Colour.TEXT;
        lines(textLines(row), textLeft(), y, TextStyle.LABEL.colour(colour));
        if (row.estimate() != null) {
            interval(row.estimate(), row.style(), y);
        }
    }

    private void lines(List<String> lines, double left, double middle, TextStyle style) {
        double baseline = middle - (lines.size() - 1) * style.lineHeight() / 2 + style.middleToBaseline();
        for (String line : lines) {
            canvas.text(left, baseline, line, Note.Anchor.START, style);
            baseline += style.lineHeight();
        }
    }

    private void interval(Interval interval, Style style, double y) {
        Ink ink = Ink.stroke(style.colour(), style.lineWidth());
        if (!Double.isNaN(interval.low()) && !Double.isNaN(interval.high())) {
            double low = Math.clamp(x.at(interval.low()), area.x(), area.right());
            double high = Math.clamp(x.at(interval.high()), area.x(), area.right());
            canvas.line(low, y, high, y, ink);
            end(low, y, x.side(interval.low()), ink);
            end(high, y, x.side(interval.high()), ink);
        }
        if (x.side(interval.value()) == 0) {
            MarkerPainter.paint(canvas, x.at(interval.value()), y, marker(style));
        }
    }

    /** A censored estimate is an open circle; the arrow is its interval's. */
    private static Style marker(Style style) {
        boolean censored = style.marker() == Marker.ARROW_LEFT || style.marker() == Marker.ARROW_RIGHT;
        Style larger = style.markerSize(style.markerSize() + 1);
        return censored ? larger.marker(Marker.CIRCLE).open() : larger;
    }

    /** A cap where the interval ends, an arrow head where it runs on. */
    private void end(double px, double y, int side, Ink ink) {
        if (side == 0) {
            canvas.line(px, y - 3, px, y + 3, ink);
            return;
        }
        canvas.polyline(
                List.of(new Point(px - side * 5, y - 4), new Point(px, y), new Point(px - side * 5, y + 4)), ink);
    }

    private static Range shown(Forest forest) {
        Transform transform = forest.axis().transform();
        @Nullable Range limits = forest.axis().limits();
        if (limits != null) {
            return new Range(transform.position(limits.low()), transform.position(limits.high()));
        }
        DoubleStream fixed = forest.axis().included().stream().mapToDouble(v -> v);
        DoubleStream none = forest.reference() == null
                ? DoubleStream.empty()
                : DoubleStream.of(forest.reference().value());
        DoubleStream values = estimates(forest).stream().mapToDouble(Interval::value);
        Range firm = Range.of(
                positions(transform, DoubleStream.concat(fixed, DoubleStream.concat(none, values))), new Range(0, 1));
        Range loose = Range.of(
                positions(
                        transform, estimates(forest).stream().flatMapToDouble(e -> DoubleStream.of(e.low(), e.high()))),
                firm);
        double most = Math.max(firm.length() * INTERVAL_SHARE, 0.5);
        double arrow = firm.length() * ARROW_SHARE;
        boolean openLow =
                estimates(forest).stream().anyMatch(e -> e.low() < Double.MAX_VALUE && !transform.isDefined(e.low()));
        boolean openHigh = estimates(forest).stream().anyMatch(e -> e.high() == Double.POSITIVE_INFINITY);
        return transform.show(new Range(
                Math.max(firm.low() - most, Math.min(firm.low() - (openLow ? arrow : 0), loose.low())),
                Math.min(firm.high() + most, Math.max(firm.high() + (openHigh ? arrow : 0), loose.high()))));
    }

    private static List<Interval> estimates(Forest forest) {
        return forest.rows().stream()
                .map(Forest.Row::estimate)
                .filter(Objects::nonNull)
                .toList();
    }

    private static DoubleStream positions(Transform transform, DoubleStream values) {
        return values.filter(transform::isDefined).map(transform::position);
    }
}
