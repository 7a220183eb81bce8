package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;

/** Draws axis lines, ticks, tick labels and titles outside a panel, and measures the room they take. */
final class AxisPainter {
    static final double TICK = 4;
    private static final double MINOR_TICK = 2.2;
    private static final double LABEL_GAP = 3;
    private static final double TITLE_GAP = 4;
    private static final double SLANT = 3.5;
    private static final Ink LINE = Ink.stroke(Colour.AXIS, 0.9);

    private AxisPainter() {}

    /** Room left of the panel: ticks, labels if shown, and as many title lines as given. */
    static double leftRoom(ScaledAxis y, boolean labelled, int titleLines) {
        if (!labelled) {
            return TICK + 2;
        }
        double labels = labels(y).stream()
                .mapToDouble(tick -> TextStyle.TICK.width(tick.label()))
                .max()
                .orElse(0);
        return TICK + LABEL_GAP + labels + titleRoom(titleLines);
    }

    /** Room below the panel. */
    static double bottomRoom(ScaledAxis x, boolean labelled, int titleLines) {
        return labelled ? TICK + LABEL_GAP + CategoryLabels.of(x).height() + titleRoom(titleLines) : TICK + 2;
    }

    static double titleRoom(int lines) {
        return lines == 0 ? 0 : TITLE_GAP + lines * TextStyle.AXIS_TITLE.lineHeight();
    }

    /** How far the last tick label reaches beyond the right end. */
    static double overhang(ScaledAxis x) {
        return labels(x).stream()
                .mapToDouble(tick -> x.at(tick.value()) + TextStyle.TICK.width(tick.label()) / 2 - x.to())
                .max()
                .orElse(0);
    }

    static void gridLines(Canvas canvas, ScaledAxis y, Rect area) {
        for (Tick tick : y.ticks().major()) {
            canvas.line(area.x(), y.at(tick.value()), area.right(), y.at(tick.value()), Ink.stroke(Colour.GRID, 0.8));
        }
    }

    static void bottom(Canvas canvas, ScaledAxis x, Rect area, boolean labelled) {
        double base = area.bottom();
        if (x.hasBreak()) {
            double at = x.breakAt();
            canvas.line(area.x(), base, at - 2, base, LINE);
            canvas.line(at + 2, base, area.right(), base, LINE);
            canvas.line(at - 2 - SLANT / 2, base + SLANT, at - 2 + SLANT / 2, base - SLANT, LINE);
            canvas.line(at + 2 - SLANT / 2, base + SLANT, at + 2 + SLANT / 2, base - SLANT, LINE);
        } else {
            canvas.line(area.x(), base, area.right(), base, LINE);
        }
        x.ticks().minor().forEach(v -> canvas.line(x.at(v), base, x.at(v), base + MINOR_TICK, LINE));
        labels(x).forEach(tick -> canvas.line(x.at(tick.value()), base, x.at(tick.value()), base + TICK, LINE));
        if (labelled) {
            CategoryLabels.of(x).paint(canvas, base + TICK + LABEL_GAP);
        }
    }

    static void left(Canvas canvas, ScaledAxis y, Rect area, boolean labelled) {
        double base = area.x();
        if (y.hasBreak()) {
            double at = y.breakAt();
            canvas.line(base, area.bottom(), base, at + 2, LINE);
            canvas.line(base, at - 2, base, area.y(), LINE);
            canvas.line(base - SLANT, at + 2 + SLANT / 2, base + SLANT, at + 2 - SLANT / 2, LINE);
            canvas.line(base - SLANT, at - 2 + SLANT / 2, base + SLANT, at - 2 - SLANT / 2, LINE);
        } else {
            canvas.line(base, area.bottom(), base, area.y(), LINE);
        }
        y.ticks().minor().forEach(v -> canvas.line(base - MINOR_TICK, y.at(v), base, y.at(v), LINE));
        for (Tick tick : labels(y)) {
            double at = y.at(tick.value());
            canvas.line(base - TICK, at, base, at, LINE);
            if (labelled) {
                double baseline = at + TextStyle.TICK.middleToBaseline();
                canvas.text(base - TICK - LABEL_GAP, baseline, tick.label(), Note.Anchor.END, TextStyle.TICK);
            }
        }
    }

    /** Writes title lines centred below a height, in order. */
    static void titleBelow(Canvas canvas, double centre, double bottom, List<String> lines) {
        TextStyle style = TextStyle.AXIS_TITLE;
        double baseline = bottom - (lines.size() - 1) * style.lineHeight() - style.size() * 0.25;
        for (String line : lines) {
            canvas.text(centre, baseline, line, Note.Anchor.MIDDLE, style);
            baseline += style.lineHeight();
        }
    }

    /** Writes title lines turned by 90 degrees, the first leftmost, from a left edge on. */
    static void titleLeft(Canvas canvas, double left, double middle, List<String> lines) {
        TextStyle style = TextStyle.AXIS_TITLE;
        double x = left + style.size() * 0.9;
        for (String line : lines) {
            canvas.turnedText(x, middle, 90, line, Note.Anchor.MIDDLE, style);
            x += style.lineHeight();
        }
    }

    /** The major ticks, with the zero position of a broken axis. */
    static List<Tick> labels(ScaledAxis axis) {
        String zero = axis.axis().zeroLabel();
        if (zero == null) {
            return axis.ticks().major();
        }
        List<Tick> all = new ArrayList<>(axis.ticks().major());
        all.addFirst(new Tick(0, zero));
        return all;
    }
}
