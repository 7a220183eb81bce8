package org.kindlin.figures;

import java.util.List;

/** An upright bar that gives colours their values, with the quantity and unit written along it. */
record ColourBar(ColourMap colours, Range range, String title) {
    private static final int STEPS = 128;
    private static final double LABEL_LEFT = 6;
    private static final double TITLE_GAP = 5;

    /** Room right of the bar for ticks, labels and the title, at a height. */
    double roomBeside(double height) {
        return LABEL_LEFT
                + labelWidth(axis(height, 0))
                + TITLE_GAP
                + titleLines(height).size() * TextStyle.AXIS_TITLE.lineHeight();
    }

    private ScaledAxis axis(double bottom, double top) {
        return ScaledAxis.vertical(Axis.linear(title, ""), range, bottom, top);
    }

    private static double labelWidth(ScaledAxis axis) {
        return axis.ticks().major().stream()
                .mapToDouble(tick -> TextStyle.TICK.width(tick.label()))
                .max()
                .orElse(0);
    }

    private List<String> titleLines(double height) {
        return TextStyle.AXIS_TITLE.wrap(title, height);
    }

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
        ScaledAxis axis = axis(box.bottom(), box.y());
        for (Tick tick : axis.ticks().major()) {
            double y = axis.at(tick.value());
            canvas.line(box.right(), y, box.right() + 3, y, Ink.stroke(Colour.AXIS, 0.8));
            double baseline = y + TextStyle.TICK.middleToBaseline();
            canvas.text(box.right() + LABEL_LEFT, baseline, tick.label(), Note.Anchor.START, TextStyle.TICK);
        }
        double left = box.right() + LABEL_LEFT + labelWidth(axis) + TITLE_GAP;
        AxisPainter.titleLeft(canvas, left, box.centreY(), titleLines(box.height()));
    }
}
