package org.kindlin.study.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.kindlin.figures.Typeface;

/**
 * The report as PDF: figures stay vector drawings, text stays text, and the same content gives the same bytes.
 *
 * <p>Set by openhtmltopdf, a CSS 2.1 engine, in the typeface of the figures (Liberation Sans), which it embeds.
 */
public final class PdfReport {
    private static final String FAMILY = "Liberation Sans";
    private static final int BOTTOM_MARGIN_MM = 20;
    private static final int MOST_ATTEMPTS = 4;

    /** Running heads alone take fewer drawing commands than this. */
    private static final int HEADS_ONLY_BYTES = 1500;

    /** PDFBox warns of standard fonts that no report uses. Kept, since loggers nobody holds are forgotten. */
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    static {
        PDFBOX.setLevel(Level.SEVERE);
        XRLog.setLoggingEnabled(false);
    }

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
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
        String markup = markup(content, paper, bottomMarginMm);
        try (JsvgDrawer drawer = new JsvgDrawer();
                PdfBoxRenderer renderer = builder(markup, drawer).buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
            PDDocument pdf = renderer.getPdfDocument();
            describe(pdf, content);
            pdf.setDocumentId((long) markup.hashCode());
            boolean empty = hasEmptyPage(pdf);
            pdf.save(out);
            return new Attempt(out.toByteArray(), empty);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The engine leaves a page empty where a table ends exactly with the page before; such a page holds its heads only. */
    private static boolean hasEmptyPage(PDDocument pdf) throws IOException {
        for (PDPage page : pdf.getPages()) {
            try (InputStream drawing = page.getContents()) {
                if (drawing.readNBytes(HEADS_ONLY_BYTES).length < HEADS_ONLY_BYTES) {
                    return true;
                }
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

    private static PdfRendererBuilder builder(String markup, JsvgDrawer drawer) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(markup, null);
        builder.useSVGDrawer(drawer);
        builder.useFont(
                () -> new ByteArrayInputStream(Typeface.REGULAR.fontFile()), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> new ByteArrayInputStream(Typeface.BOLD.fontFile()), FAMILY, 700, FontStyle.NORMAL, true);
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith("data:"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withDiagnosticConsumer(diagnostic -> {});
        builder.withProducer("Kindlin");
        return builder;
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
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setTimeInMillis(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        return calendar;
    }
}
