package org.kindlin.study.report;

/** Where a report is read. */
enum Medium {
    /** A browser, on screen or printing. */
    BROWSER,
    /** PDF, set by a CSS 2.1 engine with one embedded typeface. */
    PDF
}
