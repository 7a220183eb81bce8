package org.kindlin.figures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The one typeface of all figures: Liberation Sans, whose advance widths equal those of Arial and Helvetica, so that
 * text measured here fits wherever the SVG is shown.
 */
public enum Typeface {
    REGULAR("LiberationSans-Regular.ttf"),
    BOLD("LiberationSans-Bold.ttf");

    /** The value of {@code font-family} in every figure. */
    public static final String FAMILY = "Liberation Sans, Arial, Helvetica, sans-serif";

    /** Height of a capital letter as a fraction of the font size. */
    static final double CAP_HEIGHT = 0.716;

    private final String resource;

    Typeface(String resource) {
        this.resource = "font/" + resource;
    }

    /** The TrueType file (SIL Open Font License 1.1), for embedding in a report or an export. */
    public byte[] fontFile() {
        try (InputStream in = Typeface.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Advance width of a text in pixels; raised and lowered characters count at their smaller size. */
    public double width(String text, double size) {
        return RichText.runs(text).stream()
                .mapToDouble(run -> widths().width(run.text()) * size * run.scale())
                .sum();
    }

    private TrueTypeWidths widths() {
        return switch (this) {
            case REGULAR -> Widths.REGULAR;
            case BOLD -> Widths.BOLD;
        };
    }

    /** The widths of both faces, read on first use. */
    private static final class Widths {
        static final TrueTypeWidths REGULAR = TrueTypeWidths.read(Typeface.REGULAR.fontFile());
        static final TrueTypeWidths BOLD = TrueTypeWidths.read(Typeface.BOLD.fontFile());
    }
}
