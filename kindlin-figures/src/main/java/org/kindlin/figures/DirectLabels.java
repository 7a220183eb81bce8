package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Series names at the ends of their lines: right of the panel and moved apart where lines end close together, or beside
 * the end itself where a line ends well inside the panel.
 */
record DirectLabels(List<Series> series) {
    private static final TextStyle STYLE = TextStyle.LABEL.size(10.5);
    private static final double WIDEST = 150;
    private static final double LEADER = 14;
    private static final double EARLY = 0.15;

    /** A name and the pixel where its line ends. */
    private record Label(Series series, Point end) {}

    DirectLabels {
        series = List.copyOf(series);
    }

    /** Room right of the panel. */
    double width() {
        return series.isEmpty() ? 0 : LEADER + 2 + widest();
    }

    private double widest() {
        return series.stream()
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

    void paint(Canvas canvas, ScaledAxis x, ScaledAxis y, Rect area, LabelField field) {
        List<Label> beside = new ArrayList<>();
        for (Series one : series) {
            Label label = new Label(one, end(one.line(), x, y, area));
            boolean early = area.right() - label.end().x() > EARLY * area.width();
            if (!early || !inside(canvas, label, field)) {
                beside.add(label);
            }
        }
        List<Double> wanted = beside.stream().map(label -> label.end().y()).toList();
        List<Double> middles = LabelSpread.spread(wanted, slot(), area.y() - 6, area.bottom() + 6);
        for (int i = 0; i < middles.size(); i++) {
            outside(canvas, beside.get(i), middles.get(i), area.right());
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

    /** Writes a name beside the end of its line if there is clear space, and says whether it did. */
    private static boolean inside(Canvas canvas, Label label, LabelField field) {
        List<String> lines = lines(label.series());
        double width = lines.stream().mapToDouble(STYLE::width).max().orElse(0);
        double height = lines.size() * STYLE.lineHeight();
        double right = label.end().x() + 6;
        double y = label.end().y();
        List<Rect> places = new ArrayList<>();
        for (double top : new double[] {y - height / 2, y - height - 3, y + 3, y - 2 * height, y + height}) {
            places.add(new Rect(right, top, width, height));
            places.add(new Rect(label.end().x() - width - 6, top, width, height));
        }
        Optional<Rect> clear = field.placeClear(places);
        if (clear.isEmpty()) {
            return false;
        }
        Rect place = clear.get();
        double baseline = place.y() + STYLE.lineHeight() / 2 + STYLE.middleToBaseline();
        for (String line : lines) {
            canvas.haloText(place.x(), baseline, line, style(label.series()));
            baseline += STYLE.lineHeight();
        }
        return true;
    }

    private static void outside(Canvas canvas, Label label, double middle, double right) {
        double left = right + LEADER;
        Point end = label.end();
        if (Math.abs(middle - end.y()) > 1.5 || end.x() < right - 12) {
            Ink leader = Ink.stroke(label.series().colour(), 0.7).strokeOpacity(0.7);
            Point start = new Point(Math.min(end.x() + 2, right), end.y());
            canvas.polyline(List.of(start, new Point(right + 3, end.y()), new Point(left - 3, middle)), leader);
        }
        List<String> lines = lines(label.series());
        double baseline = middle - (lines.size() - 1) * STYLE.lineHeight() / 2 + STYLE.middleToBaseline();
        for (String line : lines) {
            canvas.text(left, baseline, line, Note.Anchor.START, style(label.series()));
            baseline += STYLE.lineHeight();
        }
    }

    private static TextStyle style(Series series) {
        return STYLE.colour(series.colour().legible());
    }
}
