package org.kindlin.study.report;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.BlockBox;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Sets XHTML with CSS 2.1 and paged media as PDF, in the typeface of the figures (Liberation Sans), which is embedded;
 * figures stay vector drawings, nothing is loaded from anywhere, and the same markup gives the same bytes.
 */
public final class PdfPages {
    /** PDFBox warns of standard fonts that no page uses. Kept, since loggers nobody holds are forgotten. */
    private static final Logger PDFBOX = Logger.getLogger("org.apache.pdfbox");

    static {
        PDFBOX.setLevel(Level.SEVERE);
        XRLog.setLoggingEnabled(false);
    }

    private PdfPages() {}

    /** What the file says of itself. */
    public record About(String title, String creator) {}

    /** The pages of a document. */
    public static byte[] render(String markup, About about) {
        return render(markup, new JsvgDrawer(), pdf -> describe(pdf, about));
    }

    /**
     * The pages of a document, handed to a last look before they are saved.
     *
     * @throws UncheckedIOException only if memory cannot be written, which is a defect
     */
    static byte[] render(String markup, JsvgDrawer figures, Consumer<PDDocument> last) {
        return renderUnless(root -> false, markup, figures, last).orElseThrow();
    }

    /**
     * The pages of a document, unless its layout is refused: then nothing is painted.
     *
     * @param refused looks at the layout
     * @throws UncheckedIOException only if memory cannot be written, which is a defect
     */
    static Optional<byte[]> renderUnless(
            Predicate<BlockBox> refused, String markup, JsvgDrawer figures, Consumer<PDDocument> last) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 18);
        try (PDDocument pdf = new PDDocument();
                PdfBoxRenderer renderer = builder(pdf, markup, figures).buildPdfRenderer()) {
            renderer.layout();
            if (refused.test(renderer.getRootBox())) {
                return Optional.empty();
            }
            renderer.createPDFWithoutClosing();
            pdf.setDocumentId((long) markup.hashCode());
            last.accept(pdf);
            pdf.save(out);
            return Optional.of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PdfRendererBuilder builder(PDDocument pdf, String markup, JsvgDrawer drawer) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.withHtmlContent(markup, null);
        builder.useSVGDrawer(drawer);
        PdfTypeface.use(builder, pdf);
        builder.useExternalResourceAccessControl(
                (uri, type) -> uri.startsWith("data:"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.useUnicodeLineBreaker(new NumberKeepingBreaker());
        builder.withDiagnosticConsumer(diagnostic -> {});
        builder.withProducer("Kindlin");
        return builder;
    }

    private static void describe(PDDocument pdf, About about) {
        PDDocumentInformation information = pdf.getDocumentInformation();
        information.setTitle(about.title());
        information.setCreator(about.creator());
        information.setProducer(about.creator());
        information.setCreationDate(date(LocalDate.EPOCH));
        information.setModificationDate(date(LocalDate.EPOCH));
        pdf.getDocumentCatalog().setLanguage("en");
    }

    /** Midnight of a day in UTC. */
    static Calendar date(LocalDate day) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ROOT);
        calendar.setTimeInMillis(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        return calendar;
    }
}
