package org.kindlin.figures;

import java.util.Base64;

/** A PNG image stretched between two corners given in data coordinates: a density, a micrograph, a blot. */
public record Raster(Point lowerLeft, Point upperRight, String pngBase64) implements Layer {
    private static final String PNG_SIGNATURE = "iVBORw0KGg";

    public Raster {
        if (!pngBase64.startsWith(PNG_SIGNATURE) || !pngBase64.chars().allMatch(Raster::isBase64)) {
            throw new IllegalArgumentException("a raster must be a PNG image in base 64");
        }
    }

    public static Raster png(Point lowerLeft, Point upperRight, byte[] png) {
        return new Raster(lowerLeft, upperRight, Base64.getEncoder().encodeToString(png));
    }

    private static boolean isBase64(int c) {
        boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        return letter || (c >= '0' && c <= '9') || c == '+' || c == '/' || c == '=';
    }
}
