package org.kindlin.figures;

/** A vertical stretch at one x: from low to high, either of them infinite where unbounded. */
public record Span(double x, double low, double high) {
    public Span {
        if (low > high) {
            throw new IllegalArgumentException("a span runs from low to high: " + low + " > " + high);
        }
    }
}
