package org.kindlin.study;

import java.util.List;

/** Makes the report of a study: a pure function of what it is given. */
public interface ReportWriter {

    /**
     * The files of the report ({@code report.html}, {@code report.pdf}); the same content for the same study.
     *
     * @param report the study and all that was found
     */
    List<ReportFile> write(StudyReport report);

    /** Names the writer and its look; the report is made anew when it changes. */
    String edition();

    /**
     * A finished file of the report.
     *
     * @param name file name within the output folder
     * @param content its bytes
     */
    record ReportFile(String name, byte[] content) {}

    /** No report. */
    static ReportWriter none() {
        return new ReportWriter() {
            @Override
            public List<ReportFile> write(StudyReport report) {
                return List.of();
            }

            @Override
            public String edition() {
                return "none";
            }
        };
    }
}
