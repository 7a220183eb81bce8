package org.kindlin.figures;

/**
 * A finished figure: its SVG text and what a report needs to place it.
 *
 * @param name file-safe short name, unique within an analysis
 * @param title what is shown
 * @param caption one or two sentences that make the figure readable alone
 * @param widthPx width of the view box in CSS pixels
 * @param heightPx height of the view box in CSS pixels
 * @param svg the complete SVG document
 */
public record Figure(String name, String title, String caption, int widthPx, int heightPx, String svg) {}
