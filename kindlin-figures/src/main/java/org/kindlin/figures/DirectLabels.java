package org.kindlin.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Series names at the right ends of their lines, moved apart where the lines end close together. */
record DirectLabels(List<Series> series) {
    private static final TextStyle STYLE = TextStyle.LABEL.size(10.5);
    private static final double WIDEST = 150;
    private static final double LEADER = 14;

    DirectLabels {
        series = List.copyOf(series);
    }

    /** Room right of the panel. */
    double width() {
        return series.isEmpty()
                ? 0
                : LEADER
                        + 2
                        + series.stream()
                                .flatMap(s -> lines(s).stream())
                                .mapToDouble(STYLE::width)
                                .max()
                                .orElse(0);
    }

    /** Whether all labels fit beside a panel of a height. */
    boolean fit(double height) {
        return series.size() * slot() <= height;
    }

    /** Height of the tallest label; all get the same, so that spreading them is simple. */
    private double slot() {
        return series.stream().mapToInt(s -> lines(s).size()).max().orElse(1) * STYLE.lineHeight() + 1;
    }

    private static List<String> lines(Series series) {
        return STYLE.wrap(series.key(), WIDEST);
    }

    void paint(Canvas canvas, ScaledAxis x, ScaledAxis y, Rect area) {
        List<Point> ends = series.stream().map(s -> end(s.line(), x, y, area)).toList();
        List<Double> middles =
                LabelSpread.spread(ends.stream().map(Point::y).toList(), slot(), area.y() - 6, area.bottom() + 6);
        for (int i = 0; i < ends.size(); i++) {
            label(canvas, series.get(i), ends.get(i), middles.get(i), area.right());
        }
    }

    /** Pixel of the last part of a line inside the panel; the panel's right middle for a line wholly outside. */
    private static Point end(List<Point> line, ScaledAxis x, ScaledAxis y, Rect area) {
        @Nullable Point last = null;
        for (Point point : line) {
            if (point.isDefined() && x.side(point.x()) == 0 && !x.isZeroPosition(point.x())) {
                last = point;
            }
        }
        return last == null
                ? new Point(area.right(), area.centreY())
                : new Point(x.at(last.x()), Math.clamp(y.at(last.y()), area.y(), area.bottom()));
    }

    private static void label(Canvas canvas, Series series, Point end, double middle, double right) {
        double left = right + LEADER;
        Ink leader = Ink.stroke(series.colour(), 0.7).strokeOpacity(0.7);
        if (Math.abs(middle - end.y()) > 1.5 || end.x() < right - 12) {
            canvas.polyline(
                    List.of(
                            new Point(end.x() + 2, end.y()),
                            new Point(right + 3, end.y()),
                            new Point(left - 3, middle)),
                    leader);
        }
        List<String> lines = lines(series);
        double baseline = middle - (lines.size() - 1) * STYLE.lineHeight() / 2 + STYLE.middleToBaseline();
        for (String line : lines) {
            canvas.text(
                    left,
                    baseline,
                    line,
                    Note.Anchor.START,
                    STYLE.colour(series.colour().legible()));
            baseline += STYLE.lineHeight();
        }
    }
}
