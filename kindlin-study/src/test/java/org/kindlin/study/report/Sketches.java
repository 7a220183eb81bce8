package org.kindlin.study.report;

import java.util.Locale;
import org.kindlin.figures.Figure;

/** Figures drawn by hand, so that tests of the report do not move when the figure module does. */
final class Sketches {
    private Sketches() {}

    static Figure curves(String name, String title) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i <= 50; i++) {
            double x = 60 + i * 10.8;
            double y = 40 + 280 / (1 + Math.exp((i - 25) / -4.0));
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x, y));
        }
        return figure(
                name,
                title,
                "Points are wells, the line is the fit, the band its 95% interval.",
                640,
                380,
                frame(640, 380)
                        + "<defs><clipPath id=\"area\"><rect x=\"60\" y=\"20\" width=\"540\" height=\"310\"/></clipPath></defs>"
                        + "<g clip-path=\"url(#area)\"><path d=\"" + path
                        + "\" fill=\"none\" stroke=\"#0072B2\" stroke-width=\"2\"/></g>"
                        + "<text x=\"330\" y=\"368\" font-size=\"13\" text-anchor=\"middle\">Concentration (nM)</text>");
    }

    static Figure residuals(String name, String title) {
        return figure(
                name,
                title,
                "Residuals against fitted response.",
                310,
                220,
                frame(310, 220) + "<circle cx=\"150\" cy=\"100\" r=\"4\" fill=\"#0072B2\"/>");
    }

    static Figure plate(String name, String title) {
        StringBuilder wells = new StringBuilder();
        for (int row = 0; row < 16; row++) {
            for (int column = 0; column < 24; column++) {
                wells.append(String.format(
                        Locale.ROOT,
                        "<rect x=\"%d\" y=\"%d\" width=\"23\" height=\"17\" fill=\"#%02x%02x%02x\"/>",
                        40 + column * 24,
                        20 + row * 18,
                        40 + column * 8,
                        80 + row * 8,
                        160));
            }
        }
        return figure(name, title, "Each square is a well.", 640, 330, wells.toString());
    }

    private static String frame(int width, int height) {
        return "<rect x=\"60\" y=\"20\" width=\"" + (width - 100) + "\" height=\"" + (height - 70)
                + "\" fill=\"none\" stroke=\"#57606a\"/>";
    }

    private static Figure figure(String name, String title, String caption, int width, int height, String drawing) {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height + "\" font-family=\"Liberation Sans, Arial\"><title>"
                + Typography.escape(title) + "</title>" + drawing + "</svg>";
        return new Figure(name, title, caption, width, height, svg);
    }
}
