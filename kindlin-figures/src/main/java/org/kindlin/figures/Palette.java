package org.kindlin.figures;

import java.util.List;

/**
 * The categorical colours of Okabe and Ito, told apart with any common colour vision ("Color Universal Design", 2008).
 *
 * <p>Yellow is left out (too pale on white) and black comes last; the order alternates warm and cool so that the
 * first two series differ most.
 */
public final class Palette {
    public static final Colour BLUE = Colour.hex("#0072B2");
    public static final Colour VERMILLION = Colour.hex("#D55E00");
    public static final Colour GREEN = Colour.hex("#009E73");
    public static final Colour PURPLE = Colour.hex("#CC79A7");
    public static final Colour SKY = Colour.hex("#56B4E9");
    public static final Colour ORANGE = Colour.hex("#E69F00");
    public static final Colour BLACK = Colour.BLACK;

    private static final List<Colour> COLOURS = List.of(BLUE, VERMILLION, GREEN, PURPLE, SKY, ORANGE, BLACK);

    private Palette() {}

    /** The colour of the series with an index from 0; it repeats after seven, by when marker and dash differ. */
    public static Colour series(int index) {
        return COLOURS.get(Math.floorMod(index, COLOURS.size()));
    }
}
