package org.kindlin.study.report;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Component;
import java.awt.Graphics2D;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.kindlin.figures.export.FigureExport;
import org.w3c.dom.Element;

/** Draws the SVG elements of a page into its PDF as vector graphics, with jsvg. */
final class JsvgDrawer implements SVGDrawer {
    /** A figure is parsed once, however often the pages around it are laid out. */
    private final Map<String, SVGDocument> parsed = new HashMap<>();

    @Override
    public SVGImage buildSVGImage(
            Element element, Box box, CssContext context, double cssWidth, double cssHeight, double dotsPerPixel) {
        SVGDocument document = load(element);
        double width = cssWidth > 0 ? cssWidth : document.size().width * dotsPerPixel;
        double height = cssHeight > 0 ? cssHeight : document.size().height * dotsPerPixel;
        return new Drawing(document, width, height);
    }

    private SVGDocument load(Element element) {
        return parsed.computeIfAbsent(text(element), JsvgDrawer::parse);
    }

    private static SVGDocument parse(String svg) {
        FigureExport.registerTypeface();
        byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
        SVGDocument document = new SVGLoader().load(new ByteArrayInputStream(bytes), null, FigureExport.context());
        if (document == null) {
            throw new IllegalArgumentException("a figure is not SVG that can be drawn");
        }
        return document;
    }

    private static String text(Element element) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter writer = new StringWriter();
            transformer.transform(new DOMSource(element), new StreamResult(writer));
            return writer.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("an element that was parsed can be written", e);
        }
    }

    @Override
    public void importFontFaceRules(@Nullable List<FontFaceRule> rules, @Nullable SharedContext context) {
        // The figures bring their typeface themselves.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // As above.
    }

    @Override
    public void close() {
        // Nothing is held open; what was parsed serves the next layout.
    }

    private record Drawing(SVGDocument document, double width, double height) implements SVGImage {
        @Override
        public int getIntrinsicWidth() {
            return (int) Math.round(width);
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) Math.round(height);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            float dots = (float) context.getDotsPerPixel();
            float widthPixels = (float) width / dots;
            float heightPixels = (float) height / dots;
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) width,
                    (float) height,
                    graphics -> draw(graphics, widthPixels, heightPixels));
        }

        private void draw(Graphics2D graphics, float widthPixels, float heightPixels) {
            document.render((Component) null, graphics, new ViewBox(0, 0, widthPixels, heightPixels));
        }
    }
}
