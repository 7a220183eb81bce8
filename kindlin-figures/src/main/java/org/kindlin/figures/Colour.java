package org.kindlin.figures;

import java.util.HexFormat;

/** A colour in sRGB, channels 0 to 255. */
public record Colour(int red, int green, int blue) {
    public static final Colour WHITE = hex("#FFFFFF");
    public static final Colour BLACK = hex("#000000");
    /** Body text and axis titles. */
    public static final Colour TEXT = hex("#1F2328");
    /** Secondary text: captions, subtitles. */
    public static final Colour MUTED = hex("#5C6370");
    /** Axis lines and ticks. */
    public static final Colour AXIS = hex("#3A3F47");
    /** Grid lines. */
    public static final Colour GRID = hex("#EAECEF");

    private static final double LEGIBLE_CONTRAST = 4.5;

    public Colour {
        if (((red | green | blue) & ~0xFF) != 0) {
            throw new IllegalArgumentException("colour channels lie in 0..255: " + red + ", " + green + ", " + blue);
        }
    }

    /** A colour from its "#RRGGBB" form. */
    public static Colour hex(String text) {
        if (text.length() != 7 || text.charAt(0) != '#') {
            throw new IllegalArgumentException("a colour is written #RRGGBB: " + text);
        }
        int rgb = HexFormat.fromHexDigits(text, 1, 7);
        return new Colour(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
    }

    /** The "#RRGGBB" form. */
    public String hex() {
        return "#" + HexFormat.of().withUpperCase().toHexDigits(red << 16 | green << 8 | blue, 6);
    }

    /** The colour a fraction (0 to 1) of the way to another, channel by channel. */
    public Colour towards(Colour other, double fraction) {
        return new Colour(
                between(red, other.red, fraction),
                between(green, other.green, fraction),
                between(blue, other.blue, fraction));
    }

    /** Relative luminance, 0 (black) to 1 (white), after WCAG 2.2. */
    public double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /** This colour, darkened until text in it is legible on white (contrast 4.5 to 1, WCAG 2.2 level AA). */
    public Colour legible() {
        Colour darkened = this;
        while (1.05 / (darkened.luminance() + 0.05) < LEGIBLE_CONTRAST) {
            darkened = darkened.towards(BLACK, 0.06);
        }
        return darkened;
    }

    private static int between(int from, int to, double fraction) {
        return (int) Math.round(from + (to - from) * Math.clamp(fraction, 0, 1));
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : StrictMath.pow((value + 0.055) / 1.055, 2.4);
    }
}
