/**
 * Results for other programs: tidy typed tables as CSV, Parquet and XLSX, curves for GraphPad Prism, and the whole study
 * as an RO-Crate.
 *
 * <p>Every format is made from the same {@link org.kindlin.study.export.ExportContent}; the same content gives the same
 * bytes. Nothing is written before everything is made.
 */
package org.kindlin.study.export;
