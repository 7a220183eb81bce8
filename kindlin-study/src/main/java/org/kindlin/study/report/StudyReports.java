package org.kindlin.study.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.fault.Fault;
import org.kindlin.study.Experiment;
import org.kindlin.study.ReportWriter;
import org.kindlin.study.StudyReport;

/**
 * The report of a study as {@code report.html} and {@code report.pdf}.
 *
 * @param paper paper of the PDF
 * @param jvm the Java runtime, as provenance names it
 */
public record StudyReports(PaperSize paper, String jvm) implements ReportWriter {
    /** Goes up when the look of a report changes, so that reports already written are made anew. */
    private static final int EDITION = 3;

    /** On A4, naming the Java runtime in use. */
    public static StudyReports standard() {
        return new StudyReports(
                PaperSize.A4,
                System.getProperty("java.vendor", "unknown vendor") + " "
                        + System.getProperty("java.runtime.version", ""));
    }

    @Override
    public List<ReportFile> write(StudyReport report) {
        ReportContent content = content(report);
        return List.of(
                new ReportFile("report.html", HtmlReport.render(content).getBytes(StandardCharsets.UTF_8)),
                new ReportFile("report.pdf", PdfReport.render(content, paper)));
    }

    @Override
    public String edition() {
        return "report " + EDITION + " on " + paper + ", " + jvm;
    }

    /** What the report presents of a study. */
    public ReportContent content(StudyReport report) {
        List<ReportSection> sections = new ArrayList<>();
        List<MissingExperiment> missing = new ArrayList<>();
        for (StudyReport.Section section : report.sections()) {
            switch (section) {
                case StudyReport.Finished finished -> sections.add(section(finished));
                case StudyReport.Faulty faulty -> missing.add(missing(faulty.experiment(), faulty.faults()));
                case StudyReport.NotRun notRun -> missing.add(missing(notRun.experiment(), List.of()));
            }
        }
        return new ReportContent(
                report.study().title(),
                report.study().question(),
                sections,
                missing,
                report.kindlin(),
                jvm,
                Optional.empty());
    }

    private static ReportSection section(StudyReport.Finished finished) {
        Experiment experiment = finished.experiment();
        return new ReportSection(experiment.name(), experiment.title(), experiment.note(), finished.document());
    }

    private static MissingExperiment missing(Experiment experiment, List<Fault> faults) {
        return new MissingExperiment(
                experiment.name(),
                experiment.title(),
                faults.stream().map(Fault::toString).toList());
    }
}
