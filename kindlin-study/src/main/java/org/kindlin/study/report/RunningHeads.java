package org.kindlin.study.report;

import java.util.Locale;

/** What stands in the margins of every printed page: the study's title, the simulated mark, the page number. */
final class RunningHeads {
    private static final int LONGEST_TITLE = 80;
    private static final String QUIET = "font-size: 7.5pt; color: #57606a;";
    private static final String LOUD = "font-size: 7.5pt; color: #7a3300; font-weight: bold;";

    private RunningHeads() {}

    /** CSS for paged media (CSS Paged Media Module 3, margin boxes). */
    static String css(ReportContent content) {
        String mark = content.simulated() ? "CONTAINS SIMULATED DATA" : "";
        return "@page {\n" + box("top-left", string(shortened(content.title())), QUIET)
                + box("top-right", string(mark), LOUD)
                + box("bottom-left", string("Kindlin " + content.kindlin()), QUIET)
                + box("bottom-right", "counter(page) \" / \" counter(pages)", QUIET) + "}\n";
    }

    private static String box(String place, String text, String style) {
        return "@" + place + " { content: " + text
                + "; font-family: \"Liberation Sans\", Helvetica, Arial, sans-serif; " + style + " }\n";
    }

    private static String shortened(String title) {
        if (title.codePointCount(0, title.length()) <= LONGEST_TITLE) {
            return title;
        }
        return title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE - 1))
                        .stripTrailing() + "…";
    }

    /** A CSS string in which everything but letters, digits and plain spaces is an escape: it cannot end early. */
    static String string(String text) {
        StringBuilder css = new StringBuilder("\"");
        text.codePoints().forEach(character -> {
            boolean plain = character == ' '
                    || (character >= '0' && character <= '9')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= 'a' && character <= 'z');
            boolean printable = character >= 0x20 && !(character >= 0xD800 && character < 0xE000);
            if (plain) {
                css.appendCodePoint(character);
            } else {
                css.append(String.format(Locale.ROOT, "\\%06x ", printable ? character : 0xFFFD));
            }
        });
        return css.append('"').toString();
    }
}
