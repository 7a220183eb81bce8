package org.kindlin.figures.export;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Typeface;

/** A figure as PNG or PDF, byte for byte the same each time: no dates, no random identifiers. */
public final class FigureExport {
    private static final float POINTS_PER_PIXEL = 0.75f;
    private static final int MOST_ELEMENTS = 1_000_000;
    private static final double LARGEST_SCALE = 16;

    /** A renderer's limits guard against hostile documents; ours are figures, and a full one has many marks. */
    private static final LoaderContext CONTEXT = LoaderContext.builder()
            .documentLimits(new DocumentLimits(
                    DocumentLimits.DEFAULT_MAX_NESTING_DEPTH,
                    DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH,
                    MOST_ELEMENTS))
            .build();

    private FigureExport() {}

    /** How figures are loaded by whoever draws them with jsvg: a full figure has more marks than its limit for strangers' files. */
    public static LoaderContext context() {
        return CONTEXT;
    }

    /** The figure as a PNG image; {@code scale} 1 gives one image pixel per figure pixel, 3 suits print. */
    public static byte[] png(Figure figure, double scale) {
        if (!(scale > 0 && scale <= LARGEST_SCALE)) {
            throw new IllegalArgumentException("the scale must lie above 0 and at most at " + LARGEST_SCALE);
        }
        int width = (int) Math.ceil(figure.widthPx() * scale);
        int height = (int) Math.ceil(figure.heightPx() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        render(figure, graphics, width, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The figure as a one-page vector PDF at 96 pixels per inch; letters are outlines, so no font is needed to show it. */
    public static byte[] pdf(Figure figure) {
        float width = figure.widthPx() * POINTS_PER_PIXEL;
        float height = figure.heightPx() * POINTS_PER_PIXEL;
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(width, height));
            pdf.addPage(page);
            PdfBoxGraphics2D graphics = new PdfBoxGraphics2D(pdf, width, height);
            render(figure, graphics, width, height);
            graphics.dispose();
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.drawForm(graphics.getXFormObject());
            }
            pdf.getDocumentInformation().setTitle(figure.title());
            fixIdentifier(pdf);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without an identifier of its own a document would get one made from the clock. */
    private static void fixIdentifier(PDDocument pdf) {
        pdf.setDocumentId(0L);
        COSArray identifier = new COSArray();
        COSString none = new COSString(new byte[16]);
        identifier.add(none);
        identifier.add(none);
        pdf.getDocument().getTrailer().setItem(COSName.ID, identifier);
    }

    /** One at a time: the renderer keeps fonts in a cache that is not safe for threads. */
    private static synchronized void render(Figure figure, Graphics2D graphics, float width, float height) {
        document(figure).render(null, graphics, new ViewBox(0, 0, width, height));
    }

    private static SVGDocument document(Figure figure) {
        Fonts.register();
        ByteArrayInputStream svg = new ByteArrayInputStream(figure.svg().getBytes(StandardCharsets.UTF_8));
        SVGDocument document = new SVGLoader().load(svg, null, CONTEXT);
        if (document == null) {
            throw new IllegalArgumentException("the figure " + figure.name() + " is not well-formed SVG");
        }
        return document;
    }

    /** Makes the embedded typeface known to the toolkit, for those who draw a figure's SVG by other means. */
    public static void registerTypeface() {
        Fonts.register();
    }

    /** Makes the embedded typeface known to the toolkit, once. */
    private static final class Fonts {
        static {
            for (Typeface face : Typeface.values()) {
                try {
                    Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(face.fontFile()));
                    GraphicsEnvironment.getLocalGraphicsEnvironment().registerFont(font);
                } catch (FontFormatException | IOException e) {
                    throw new IllegalStateException("the embedded typeface cannot be read", e);
                }
            }
        }

        static void register() {
            // Loading this class has done it.
        }
    }
}
