package org.kindlin.study.plan;

import java.util.List;
import org.kindlin.figures.Figure;
import org.kindlin.study.report.InlineSvg;

/** A figure inside a worksheet, as wide as the paper allows. */
final class SheetFigure {
    /** Width that text has on the narrower of A4 and Letter with the sheet's margins, in CSS pixels. */
    private static final double WIDTH = 660;

    private SheetFigure() {}

    static String embed(Figure figure, String prefix) {
        double scale = Math.min(1, WIDTH / figure.widthPx());
        long width = Math.round(figure.widthPx() * scale);
        long height = Math.round(figure.heightPx() * scale);
        return InlineSvg.embed(
                figure.svg(),
                prefix,
                List.of(
                        "width",
                        Long.toString(width),
                        "height",
                        Long.toString(height),
                        "viewBox",
                        "0 0 " + figure.widthPx() + " " + figure.heightPx(),
                        "style",
                        "width:" + width + "px;height:" + height + "px",
                        "role",
                        "img",
                        "aria-label",
                        figure.title()));
    }
}
