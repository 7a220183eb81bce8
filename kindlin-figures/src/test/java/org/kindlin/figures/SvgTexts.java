package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The boxes of all texts of a figure, read back from its SVG, to check that none overlaps another or is cut off. */
final class SvgTexts {
    private static final Pattern TEXT = Pattern.compile("<text ([^>]*)>(.*?)</text>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");
    private static final double DESCENT = 0.2;

    /** A text and its box. */
    record Box(String text, Rect rect) {}

    private SvgTexts() {}

    static List<Box> of(Figure figure) {
        List<Box> boxes = new ArrayList<>();
        Matcher texts = TEXT.matcher(figure.svg());
        while (texts.find()) {
            boxes.add(box(Objects.requireNonNull(texts.group(1)), Objects.requireNonNull(texts.group(2))));
        }
        return boxes;
    }

    /** What is wrong with the texts of a figure, in words; nothing when all is well. */
    static List<String> faults(Figure figure) {
        List<Box> boxes = of(figure);
        Rect page = new Rect(0, 0, figure.widthPx(), figure.heightPx());
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            Rect one = boxes.get(i).rect();
            if (one.overlap(page) < one.width() * one.height() * 0.999) {
                faults.add("cut off: " + boxes.get(i));
            }
            for (Box other : boxes.subList(0, i)) {
                if (one.overlap(other.rect()) > 0.5) {
                    faults.add("overlap: " + boxes.get(i) + " and " + other);
                }
            }
        }
        return faults;
    }

    private static Box box(String attributes, String content) {
        double size = number(attributes, "font-size");
        Typeface face = attributes.contains("font-weight") ? Typeface.BOLD : Typeface.REGULAR;
        String text = unescape(content.replaceAll("<[^>]*>", ""));
        double width = content.contains("<tspan") ? raisedWidth(content, size, face) : face.width(text, size);
        double share = attributes.contains("\"middle\"") ? 0.5 : attributes.contains("\"end\"") ? 1 : 0;
        double x = number(attributes, "x");
        double y = number(attributes, "y");
        double ascent = size * Typeface.CAP_HEIGHT;
        double descent = size * DESCENT;
        if (attributes.contains("rotate(-90")) {
            return new Box(text, new Rect(x - ascent, y - (1 - share) * width, ascent + descent, width));
        }
        return new Box(text, new Rect(x - share * width, y - ascent, width, ascent + descent));
    }

    /** Width of nested runs, each at the size its element names. */
    private static double raisedWidth(String content, double size, Typeface face) {
        double width = 0;
        double current = size;
        for (String part : content.split("(?=<tspan )|</tspan>", -1)) {
            Matcher matcher =
                    Pattern.compile("<tspan [^>]*font-size=\"([0-9.]+)\">").matcher(part);
            if (matcher.find()) {
                current = Double.parseDouble(matcher.group(1));
            }
            width += face.width(unescape(part.replaceAll("<[^>]*>", "")), current);
        }
        return width;
    }

    private static double number(String attributes, String name) {
        Matcher matcher = ATTRIBUTE.matcher(attributes);
        while (matcher.find()) {
            if (name.equals(matcher.group(1))) {
                return Double.parseDouble(Objects.requireNonNull(matcher.group(2)));
            }
        }
        throw new IllegalArgumentException("no " + name + " in " + attributes);
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
