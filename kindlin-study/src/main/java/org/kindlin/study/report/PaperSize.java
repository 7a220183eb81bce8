package org.kindlin.study.report;

/** Paper of a PDF report. */
public enum PaperSize {
    A4("210mm 297mm"),
    LETTER("8.5in 11in");

    private final String css;

    PaperSize(String css) {
        this.css = css;
    }

    /** The size as CSS writes it. */
    public String css() {
        return css;
    }
}
