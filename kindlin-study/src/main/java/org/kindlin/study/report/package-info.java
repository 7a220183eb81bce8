/**
 * The report: what a study found, as one self-contained page, as PDF and as text for a terminal.
 *
 * <p>Everything here is a pure function of {@link org.kindlin.study.report.ReportContent}: the same content gives the same
 * bytes. Text travels as Unicode with sub- and superscript characters (IC₅₀, 10⁻⁷); each medium sets it its own way.
 */
package org.kindlin.study.report;
