package org.kindlin.study.report;

import org.kindlin.assays.result.AnalysisDocument;

/**
 * One experiment of a report.
 *
 * @param experiment its name in the study file
 * @param title its title in words; the name where there is none
 * @param note what the reader should know about the data; may be empty
 * @param document what was found
 */
public record ReportSection(String experiment, String title, String note, AnalysisDocument document) {}
