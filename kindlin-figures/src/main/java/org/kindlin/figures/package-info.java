/**
 * Figures: data in, SVG text out. Every figure of every assay is drawn here, so that all of them look and behave alike.
 *
 * <p>Three kinds of figure share one {@link org.kindlin.figures.Heading}: {@link org.kindlin.figures.Plot} (panels of
 * layers over axes), {@link org.kindlin.figures.PlateHeatMap} and {@link org.kindlin.figures.Forest}. All are pure
 * functions: the same data give the same bytes, on every machine and in every locale. Nothing here opens a window, a
 * file or a graphics toolkit; {@code org.kindlin.figures.export} turns the SVG into PNG and PDF.
 *
 * <p>Labels may hold Unicode superscripts and subscripts ("IC₅₀", "10⁻³ M"); they are set as real raised and lowered
 * text. Text is measured with the metrics of Liberation Sans, whose advance widths equal those of Arial and Helvetica.
 */
package org.kindlin.figures;
