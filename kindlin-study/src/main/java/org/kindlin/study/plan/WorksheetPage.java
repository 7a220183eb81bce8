package org.kindlin.study.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.kindlin.assays.Version;
import org.kindlin.study.report.Html;
import org.kindlin.study.report.PaperSize;
import org.kindlin.study.report.PdfPages;

/**
 * The frame of every worksheet: one document that needs nothing else, as HTML and as PDF.
 *
 * @param what plan and seed, for the foot of printed pages
 * @param body writes what stands on it; the same calls each time
 */
record WorksheetPage(String title, String what, Consumer<Sheet> body) {

    String html(PaperSize paper) {
        return markup(resource("worksheet.css") + resource("worksheet-browser.css") + page(paper));
    }

    byte[] pdf(PaperSize paper) {
        String style = resource("worksheet.css") + resource("worksheet-pdf.css") + page(paper) + heads();
        return PdfPages.render(markup(style), new PdfPages.About(title, "Kindlin " + Version.current()));
    }

    private static String page(PaperSize paper) {
        return "@page { size: " + paper.css() + "; margin: 16mm 15mm 16mm 15mm; }\n";
    }

    private String heads() {
        String style = "font-family: \"Liberation Sans\"; font-size: 7.5pt;";
        return "@page { @bottom-left { content: \"Kindlin " + Version.current() + ", " + what + "\"; " + style
                + " } @bottom-right { content: counter(page) \" / \" counter(pages); " + style + " } }\n";
    }

    private String markup(String style) {
        Sheet sheet = new Sheet();
        Html html = sheet.html();
        html.trusted("<!DOCTYPE html>\n");
        html.element(
                "html",
                () -> {
                    html.element("head", () -> {
                        html.empty("meta", "charset", "utf-8");
                        html.empty(
                                "meta",
                                "http-equiv",
                                "Content-Security-Policy",
                                "content",
                                "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
                        html.trusted("<style>\n" + style + "</style>\n");
                        html.element("title", title);
                    });
                    html.element(
                            "body",
                            () -> html.element("main", () -> {
                                body.accept(sheet);
                                signatures(sheet);
                            }));
                },
                "lang",
                "en",
                "xmlns",
                "http://www.w3.org/1999/xhtml");
        return html.toString();
    }

    private static void signatures(Sheet sheet) {
        sheet.heading("Signatures");
        sheet.table(
                "sign",
                "",
                List.of("", "_Name", "_Date and time", "_Signature"),
                List.of(List.of("Performed by", "", "", ""), List.of("Checked by", "", "", "")));
    }

    private static String resource(String name) {
        try (InputStream stream = WorksheetPage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
