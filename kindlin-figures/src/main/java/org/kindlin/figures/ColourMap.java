package org.kindlin.figures;

import java.util.HexFormat;

/** A map from the fraction 0 to 1 onto colours, piecewise linear in sRGB between even anchors. */
public enum ColourMap {
    /** Perceptually uniform and the same for deuteranopes (Nuñez, Anderton, Renslow, PLoS ONE 2018, 13:e0199239). */
    CIVIDIS("00224E 123570 3B496C 575D6D 707173 8A8678 A59C74 C3B369 E1CC55 FEE838"),
    /** Perceptually uniform (van der Walt and Smith, 2015, CC0). */
    VIRIDIS("440154 482878 3E4989 31688E 26828E 1F9E89 35B779 6ECE58 B5DE2B FDE725"),
    /** Blue through white to red, for values with a meaningful middle (ColorBrewer RdBu, Brewer 2002). */
    DIVERGING("053061 2166AC 4393C3 92C5DE D1E5F0 F7F7F7 FDDBC7 F4A582 D6604D B2182B 67001F");

    private static final int ANCHOR_LENGTH = 7;

    private final String anchors;

    ColourMap(String anchors) {
        this.anchors = anchors;
    }

    /** The colour at a fraction; fractions outside 0 to 1 take the nearest end. */
    public Colour at(double fraction) {
        int last = anchors.length() / ANCHOR_LENGTH;
        double position = Math.clamp(fraction, 0, 1) * last;
        int below = Math.min((int) position, last - 1);
        return anchor(below).towards(anchor(below + 1), position - below);
    }

    private Colour anchor(int index) {
        int rgb = HexFormat.fromHexDigits(anchors, index * ANCHOR_LENGTH, index * ANCHOR_LENGTH + 6);
        return new Colour(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF);
    }
}
