package org.kindlin.figures;

import java.util.List;
import java.util.Locale;

/**
 * A writer of SVG elements. It uses no identifiers, clip paths or style sheets, so that any number of figures can stand
 * inline in one page; everything that reaches the text is escaped here and nowhere else.
 */
final class Canvas {
    private final StringBuilder out = new StringBuilder(16_384);

    void line(double x1, double y1, double x2, double y2, Ink ink) {
        polyline(List.of(new Point(x1, y1), new Point(x2, y2)), ink);
    }

    void polyline(List<Point> points, Ink ink) {
        path(points, "", ink);
    }

    void polygon(List<Point> points, Ink ink) {
        path(points, "Z", ink);
    }

    private void path(List<Point> points, String close, Ink ink) {
        if (points.size() < 2) {
            return;
        }
        out.append("<path d=\"");
        String command = "M";
        for (Point point : points) {
            out.append(command).append(number(point.x())).append(' ').append(number(point.y()));
            command = "L";
        }
        out.append(close).append('"');
        paint(ink);
        out.append("/>\n");
    }

    void rect(Rect r, Ink ink) {
        rounded(r, 0, ink);
    }

    void rounded(Rect r, double radius, Ink ink) {
        out.append("<rect");
        box(r);
        if (radius > 0) {
            attribute("rx", number(radius));
        }
        paint(ink);
        out.append("/>\n");
    }

    void circle(double x, double y, double radius, Ink ink) {
        out.append("<circle");
        attribute("cx", number(x));
        attribute("cy", number(y));
        attribute("r", number(radius));
        paint(ink);
        out.append("/>\n");
    }

    void image(Rect r, String pngBase64) {
        out.append("<image");
        box(r);
        attribute("preserveAspectRatio", "none");
        attribute("href", "data:image/png;base64," + pngBase64);
        out.append("/>\n");
    }

    /** Opens a group with a title, which browsers show when the pointer rests on it. */
    void open(String title) {
        out.append("<g><title>").append(escape(RichText.clean(title))).append("</title>");
    }

    void close() {
        out.append("</g>\n");
    }

    /** A text with its baseline at y. */
    void text(double x, double y, String text, Note.Anchor anchor, TextStyle style) {
        openText(x, y, anchor, style);
        out.append('>');
        runs(text, style);
        out.append("</text>\n");
    }

    /** A text on a white halo, legible over marks. */
    void haloText(double x, double y, String text, TextStyle style) {
        openText(x, y, Note.Anchor.START, style);
        attribute("stroke", Colour.WHITE.hex());
        attribute("stroke-width", "3");
        attribute("stroke-opacity", "0.85");
        attribute("paint-order", "stroke");
        out.append('>');
        runs(text, style);
        out.append("</text>\n");
    }

    /** A text turned counter-clockwise about its anchor by an angle in degrees. */
    void turnedText(double x, double y, double degrees, String text, Note.Anchor anchor, TextStyle style) {
        openText(x, y, anchor, style);
        attribute("transform", "rotate(" + number(-degrees) + " " + number(x) + " " + number(y) + ")");
        out.append('>');
        runs(text, style);
        out.append("</text>\n");
    }

    private void openText(double x, double y, Note.Anchor anchor, TextStyle style) {
        out.append("<text");
        attribute("x", number(x));
        attribute("y", number(y));
        attribute("font-size", number(style.size()));
        if (style.face() == Typeface.BOLD) {
            attribute("font-weight", "700");
        }
        if (anchor != Note.Anchor.START) {
            attribute("text-anchor", anchor.name().toLowerCase(Locale.ROOT));
        }
        attribute("fill", style.colour().hex());
    }

    /** Each run inside the one before: some renderers put a gap between tspan elements side by side. */
    private void runs(String text, TextStyle style) {
        double lift = 0;
        int open = 0;
        for (RichText.Run run : RichText.runs(RichText.clean(text))) {
            if (open > 0 || run.level() != RichText.Level.NORMAL) {
                out.append("<tspan");
                attribute("dy", number((lift - run.level().lift) * style.size()));
                attribute("font-size", number(style.size() * run.scale()));
                out.append('>');
                open++;
            }
            lift = run.level().lift;
            out.append(escape(open > 0 ? keepLeadingSpace(run.text()) : run.text()));
        }
        out.repeat("</tspan>", open);
    }

    /** Some renderers drop a space at the start of an element; a no-break space of the same width stays. */
    private static String keepLeadingSpace(String text) {
        return text.startsWith(" ") ? "\u00A0" + text.substring(1) : text;
    }

    private void box(Rect r) {
        attribute("x", number(r.x()));
        attribute("y", number(r.y()));
        attribute("width", number(Math.max(0, r.width())));
        attribute("height", number(Math.max(0, r.height())));
    }

    private void paint(Ink ink) {
        attribute("fill", ink.fill() == null ? "none" : ink.fill().hex());
        if (ink.fill() != null && ink.fillOpacity() < 1) {
            attribute("fill-opacity", number(ink.fillOpacity()));
        }
        if (ink.stroke() == null) {
            return;
        }
        attribute("stroke", ink.stroke().hex());
        attribute("stroke-width", number(ink.strokeWidth()));
        if (ink.dash() != Dash.SOLID) {
            attribute("stroke-dasharray", ink.dash().lengths());
        }
        if (ink.strokeOpacity() < 1) {
            attribute("stroke-opacity", number(ink.strokeOpacity()));
        }
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escape(value)).append('"');
    }

    private static String number(double value) {
        return Numbers.coordinate(value);
    }

    /** The finished document, on white, described for readers who cannot see it. */
    String document(double width, double height, String title, String description) {
        String size = number(width) + " " + number(height);
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(width) + "\" height=\"" + number(height)
                + "\" viewBox=\"0 0 " + size + "\" role=\"img\" font-family=\"" + Typeface.FAMILY
                + "\" stroke-linejoin=\"round\">\n<title>" + escape(RichText.clean(title)) + "</title>\n<desc>"
                + escape(RichText.clean(description)) + "</desc>\n<rect width=\"" + number(width) + "\" height=\""
                + number(height) + "\" fill=\"#FFFFFF\"/>\n" + out + "</svg>\n";
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
