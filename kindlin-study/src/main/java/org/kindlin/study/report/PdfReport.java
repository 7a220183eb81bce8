package org.kindlin.study.report;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * The report as PDF: figures stay vector drawings, text stays text, and the same content gives the same bytes.
 *
 * <p>Set by openhtmltopdf, a CSS 2.1 engine, in the typeface of the figures (Liberation Sans), which it embeds.
 */
public final class PdfReport {
    private static final int BOTTOM_MARGIN_MM = 20;
    private static final int MOST_ATTEMPTS = 4;

    private PdfReport() {}

    /**
     * The complete file.
     *
     * @throws UncheckedIOException only if memory cannot be written, which is a defect
     */
    public static byte[] render(ReportContent content, PaperSize paper) {
        JsvgDrawer figures = new JsvgDrawer();
        Consumer<PDDocument> last = pdf -> describe(pdf, content);
        for (int more = 0; more < MOST_ATTEMPTS - 1; more++) {
            String markup = markup(content, paper, BOTTOM_MARGIN_MM + more);
            Optional<byte[]> pdf = PdfPages.renderUnless(EmptyPages::any, markup, figures, last);
            if (pdf.isPresent()) {
                return pdf.get();
            }
        }
        return PdfPages.render(markup(content, paper, BOTTOM_MARGIN_MM + MOST_ATTEMPTS), figures, last);
    }

    private static String markup(ReportContent content, PaperSize paper, int bottomMarginMm) {
        String style = Terms.resource("report.css") + Terms.resource("pdf.css") + RunningHeads.css(content)
                + "@page { size: " + paper.css() + "; margin-bottom: " + bottomMarginMm + "mm; }\n";
        String head = "<style>\n" + style + "</style>\n" + bookmarks(content);
        return ReportMarkup.write(Medium.PDF, content, head, "");
    }

    private static String bookmarks(ReportContent content) {
        StringBuilder bookmarks = new StringBuilder("<bookmarks>\n");
        bookmark(bookmarks, "verdicts", "Verdict");
        ReportMarkup.chapters(content)
                .forEach(chapter -> bookmark(
                        bookmarks,
                        chapter.id(""),
                        chapter.number() + ". " + chapter.section().title()));
        bookmark(bookmarks, "reading", "How to read this report");
        bookmark(bookmarks, "provenance", "Provenance");
        bookmark(bookmarks, "citing", "How to cite");
        return bookmarks.append("</bookmarks>\n").toString();
    }

    private static void bookmark(StringBuilder bookmarks, String id, String name) {
        bookmarks
                .append("<bookmark name=\"")
                .append(Typography.escape(name))
                .append("\" href=\"#")
                .append(id)
                .append("\"/>\n");
    }

    private static void describe(PDDocument pdf, ReportContent content) {
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setTitle(content.title());
        information.setSubject(content.question());
        information.setCreator("Kindlin " + content.kindlin());
        information.setProducer("Kindlin " + content.kindlin());
        information.setKeywords(content.simulated() ? "contains simulated data" : "");
        information.setCreationDate(date(content));
        information.setModificationDate(date(content));
        pdf.getDocumentCatalog().setLanguage("en");
    }

    /** The day the content names; where it names none, the day of the epoch, so that bytes do not depend on the clock. */
    private static Calendar date(ReportContent content) {
        LocalDate day = content.date()
                .filter(date -> date.matches("\\d{4}-\\d{2}-\\d{2}"))
                .map(LocalDate::parse)
                .orElse(LocalDate.EPOCH);
        return PdfPages.date(day);
    }
}
