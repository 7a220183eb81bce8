package org.kindlin.study.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.kindlin.figures.Typeface;

/** The typeface of the figures, embedded in a PDF: the glyphs that are used. */
final class PdfTypeface {
    private static final String FAMILY = "Liberation Sans";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private PdfTypeface() {}

    /** Sets what the builder renders into the document in this typeface. */
    static void use(PdfRendererBuilder builder, PDDocument pdf) {
        builder.usePDDocument(pdf);
        builder.useFont(embedded(Typeface.REGULAR, pdf), FAMILY, NORMAL, FontStyle.NORMAL, true);
        builder.useFont(embedded(Typeface.BOLD, pdf), FAMILY, BOLD, FontStyle.NORMAL, true);
    }

    /** Without ligatures: looking for them takes half of the time of painting, and a search for "fi" should find it. */
    private static PDFontSupplier embedded(Typeface typeface, PDDocument pdf) {
        try {
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(typeface.fontFile()));
            font.setEnableGsub(false);
            return new PDFontSupplier(PDType0Font.load(pdf, font, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
