package org.kindlin.figures;

import java.util.List;

/** What surrounds the body of every figure: title, subtitle, caption, and the mark on simulated data. */
final class FigureFrame {
    static final double PAD = 14;
    private static final String MARK = "SIMULATED DATA";
    private static final TextStyle MARK_STYLE = new TextStyle(8.5, Typeface.BOLD, Palette.VERMILLION.legible());
    private static final double MARK_HEIGHT = 17;

    private final Heading heading;
    private final double width;
    private final List<String> title;
    private final List<String> subtitle;
    private final List<String> caption;

    FigureFrame(Heading heading, double width) {
        this.heading = heading;
        this.width = width;
        double mark = heading.simulated() ? markWidth() + 12 : 0;
        this.title = TextStyle.TITLE.wrap(heading.title(), width - 2 * PAD - mark);
        this.subtitle = TextStyle.SUBTITLE.wrap(heading.subtitle(), width - 2 * PAD - (title.isEmpty() ? mark : 0));
        this.caption = TextStyle.CAPTION.wrap(heading.caption(), width - 2 * PAD);
    }

    /** Where the body begins. */
    double bodyTop() {
        double text = PAD + height(title, TextStyle.TITLE) + height(subtitle, TextStyle.SUBTITLE);
        double mark = heading.simulated() ? PAD + MARK_HEIGHT : PAD;
        return Math.max(text, mark) + 6;
    }

    /** Draws the surroundings of a body that ends at a height, and finishes the figure. */
    Figure finish(Canvas canvas, double bodyBottom) {
        double y = lines(canvas, title, PAD, TextStyle.TITLE);
        lines(canvas, subtitle, y, TextStyle.SUBTITLE);
        if (heading.simulated()) {
            mark(canvas);
        }
        double top = caption.isEmpty() ? bodyBottom : bodyBottom + 8;
        double bottom = lines(canvas, caption, top, TextStyle.CAPTION) + (caption.isEmpty() ? 10 : PAD - 3);
        double height = Math.ceil(bottom);
        String svg = canvas.document(width, height, heading.title(), heading.description());
        return new Figure(heading.name(), heading.title(), heading.caption(), (int) width, (int) height, svg);
    }

    private static double lines(Canvas canvas, List<String> lines, double top, TextStyle style) {
        double y = top;
        for (String line : lines) {
            canvas.text(PAD, y + style.size() * 0.92, line, Note.Anchor.START, style);
            y += style.lineHeight();
        }
        return y;
    }

    private static double height(List<String> lines, TextStyle style) {
        return lines.size() * style.lineHeight();
    }

    private static double markWidth() {
        return MARK_STYLE.width(MARK) + 14;
    }

    private void mark(Canvas canvas) {
        Rect box = new Rect(width - PAD - markWidth(), PAD - 2, markWidth(), MARK_HEIGHT);
        canvas.rounded(box, 3, Ink.fill(Colour.hex("#FDF1E9")).stroked(Palette.VERMILLION, 0.9));
        double baseline = box.centreY() + MARK_STYLE.middleToBaseline();
        canvas.text(box.centreX(), baseline, MARK, Note.Anchor.MIDDLE, MARK_STYLE);
    }
}
