package org.kindlin.study.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * The report as PDF: figures stay vector drawings, text stays text, and the same content gives the same bytes.
 *
 * <p>Set by openhtmltopdf, a CSS 2.1 engine, in the typeface of the figures (Liberation Sans), which it embeds.
 */
public final class PdfReport {
    private static final int BOTTOM_MARGIN_MM = 20;
    private static final int MOST_ATTEMPTS = 4;

    /** Running heads alone take fewer drawing commands than this. */
    private static final int HEADS_ONLY_BYTES = 1500;

    private PdfReport() {}

    /**
     * The complete file.
     *
     * @throws UncheckedIOException only if memory cannot be written, which is a defect
     */
    public static byte[] render(ReportContent content, PaperSize paper) {
        for (int more = 0; more < MOST_ATTEMPTS - 1; more++) {
            Attempt attempt = attempt(content, paper, BOTTOM_MARGIN_MM + more);
            if (!attempt.hasEmptyPage()) {
                return attempt.pdf();
            }
        }
        return attempt(content, paper, BOTTOM_MARGIN_MM + MOST_ATTEMPTS).pdf();
    }

    private record Attempt(byte[] pdf, boolean hasEmptyPage) {}

    private static Attempt attempt(ReportContent content, PaperSize paper, int bottomMarginMm) {
        AtomicBoolean empty = new AtomicBoolean();
        byte[] bytes = PdfPages.render(markup(content, paper, bottomMarginMm), pdf -> {
            describe(pdf, content);
            empty.set(hasEmptyPage(pdf));
        });
        return new Attempt(bytes, empty.get());
    }

    /** The engine leaves a page empty where a table ends exactly with the page before; such a page holds its heads only. */
    private static boolean hasEmptyPage(PDDocument pdf) {
        for (PDPage page : pdf.getPages()) {
            try (InputStream drawing = page.getContents()) {
                if (drawing.readNBytes(HEADS_ONLY_BYTES).length < HEADS_ONLY_BYTES) {
                    return true;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return false;
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
