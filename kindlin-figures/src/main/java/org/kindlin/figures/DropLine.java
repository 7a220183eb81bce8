package org.kindlin.figures;

/** A line dropped from a point on a curve to the x axis and labelled there, as for an IC50. */
public record DropLine(Point from, String label, Style style) implements Layer {}
