package org.kindlin.figures;

import java.util.List;

/** An upright bar that gives colours their values, with the quantity and unit written along it. */
record ColourBar(ColourMap colours, Range range, String title) {
    private static final int STEPS = 64;

    void paint(Canvas canvas, Rect box) {
        double step = box.height() / STEPS;
        for (int i = 0; i < STEPS; i++) {
            // Steps overlap their successors by half a pixel, or seams would show between them.
            double y = box.bottom() - (i + 1) * step;
            canvas.rect(
                    new Rect(box.x(), y, box.width(), step + (i > 0 ? 0.5 : 0)),
                    Ink.fill(colours.at((i + 0.5) / STEPS)));
        }
        canvas.rect(box, Ink.stroke(Colour.AXIS, 0.6));
        ScaledAxis axis = ScaledAxis.vertical(
                Axis.linear(title, "").limits(range.low(), range.high()), range, box.bottom(), box.y());
        double labels = 0;
        for (Tick tick : axis.ticks().major()) {
            double y = axis.at(tick.value());
            canvas.line(box.right(), y, box.right() + 3, y, Ink.stroke(Colour.AXIS, 0.8));
            double baseline = y + TextStyle.TICK.middleToBaseline();
            canvas.text(box.right() + 6, baseline, tick.label(), Note.Anchor.START, TextStyle.TICK);
            labels = Math.max(labels, TextStyle.TICK.width(tick.label()));
        }
        List<String> lines = TextStyle.AXIS_TITLE.wrap(title, box.height());
        AxisPainter.titleLeft(
                canvas, box.right() + 6 + labels + 5, box.centreY(), lines.subList(0, Math.min(2, lines.size())));
    }
}
