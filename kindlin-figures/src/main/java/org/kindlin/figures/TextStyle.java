package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;

/** Size in pixels, weight and colour of a text. */
record TextStyle(double size, Typeface face, Colour colour) {
    static final TextStyle TITLE = new TextStyle(14, Typeface.BOLD, Colour.TEXT);
    static final TextStyle SUBTITLE = new TextStyle(11, Typeface.REGULAR, Colour.MUTED);
    static final TextStyle CAPTION = new TextStyle(9.5, Typeface.REGULAR, Colour.MUTED);
    static final TextStyle PANEL_TITLE = new TextStyle(11, Typeface.BOLD, Colour.TEXT);
    static final TextStyle AXIS_TITLE = new TextStyle(11, Typeface.REGULAR, Colour.TEXT);
    static final TextStyle TICK = new TextStyle(10, Typeface.REGULAR, Colour.AXIS);
    static final TextStyle LABEL = new TextStyle(10, Typeface.REGULAR, Colour.TEXT);

    private static final double LEADING = 1.25;

    TextStyle colour(Colour other) {
        return new TextStyle(size, face, other);
    }

    TextStyle bold() {
        return new TextStyle(size, Typeface.BOLD, colour);
    }

    TextStyle size(double pixels) {
        return new TextStyle(pixels, face, colour);
    }

    double width(String text) {
        return face.width(text, size);
    }

    double lineHeight() {
        return size * LEADING;
    }

    /** Distance from the middle of a capital letter down to the baseline. */
    double middleToBaseline() {
        return size * Typeface.CAP_HEIGHT / 2;
    }

    /** The text broken into lines no wider than given; a word too long for a line is broken where it must. */
    List<String> wrap(String text, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : RichText.words(text)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer) <= width) {
                line = longer;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            line = breakWord(word, width, lines);
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    /** Adds full lines of a long word and returns what is left of it. */
    private String breakWord(String word, double width, List<String> lines) {
        String rest = word;
        while (width(rest) > width && rest.codePointCount(0, rest.length()) > 1) {
            int end = rest.offsetByCodePoints(0, 1);
            while (width(rest.substring(0, rest.offsetByCodePoints(end, 1))) <= width) {
                end = rest.offsetByCodePoints(end, 1);
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end);
        }
        return rest;
    }
}
