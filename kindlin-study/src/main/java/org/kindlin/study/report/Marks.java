package org.kindlin.study.report;

import java.util.Locale;
import org.kindlin.assays.result.QualityCheck.Verdict;

/** Pass, fail and info: a symbol drawn, and the word, so that neither colour nor shape is needed to tell them apart. */
final class Marks {
    private Marks() {}

    static void write(Page page, Verdict verdict) {
        String word = verdict.name().toLowerCase(Locale.ROOT);
        page.html.trusted(symbol(verdict, page.medium)).inline("span", word, "class", "mark-" + word);
    }

    /** The symbol of a verdict as text. */
    static String character(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "✓";
            case FAIL -> "✗";
            case INFO -> "i";
        };
    }

    private static String symbol(Verdict verdict, Medium medium) {
        String size = medium == Medium.PDF ? "style=\"width:7.5pt;height:7.5pt\"" : "width=\"12\" height=\"12\"";
        String drawing = switch (verdict) {
            case PASS -> "<path d=\"M2 6.6 L4.9 9.5 L10 2.8\" fill=\"none\" stroke=\"#1a6b3c\" stroke-width=\"2\"/>";
            case FAIL ->
                "<rect width=\"12\" height=\"12\" rx=\"2\" fill=\"#a3180e\"/>"
                        + "<path d=\"M3.2 3.2 L8.8 8.8 M8.8 3.2 L3.2 8.8\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"1.8\"/>";
            case INFO -> "<circle cx=\"6\" cy=\"6\" r=\"4.6\" fill=\"none\" stroke=\"#57606a\" stroke-width=\"1.3\"/>";
        };
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"mark\" viewBox=\"0 0 12 12\" " + size
                + " aria-hidden=\"true\">" + drawing + "</svg>";
    }
}
