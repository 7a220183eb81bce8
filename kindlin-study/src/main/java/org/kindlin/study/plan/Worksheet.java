package org.kindlin.study.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kindlin.assays.Version;
import org.kindlin.lab.plan.Plan;
import org.kindlin.study.report.Html;
import org.kindlin.study.report.PaperSize;
import org.kindlin.study.report.PdfPages;

/** The worksheet of a plan, to be printed in black and white and taken to the bench. */
public final class Worksheet {
    private Worksheet() {}

    /** One HTML file that needs nothing else; the same plan gives the same text. */
    public static String html(Plan plan, PaperSize paper) {
        return markup(plan, resource("worksheet.css") + resource("worksheet-browser.css") + page(paper));
    }

    /** The same as PDF. */
    public static byte[] pdf(Plan plan, PaperSize paper) {
        String style = resource("worksheet.css") + resource("worksheet-pdf.css") + page(paper) + heads(plan);
        return PdfPages.render(markup(plan, style), new PdfPages.About(plan.title(), "Kindlin " + Version.current()));
    }

    private static String page(PaperSize paper) {
        return "@page { size: " + paper.css() + "; margin: 16mm 15mm 16mm 15mm; }\n";
    }

    private static String heads(Plan plan) {
        String style = "font-family: \"Liberation Sans\"; font-size: 7.5pt;";
        return "@page { @bottom-left { content: \"Kindlin " + Version.current() + ", " + plan.assay() + " plan, seed "
                + plan.seed() + "\"; " + style + " } @bottom-right { content: counter(page) \" / \" counter(pages); "
                + style + " } }\n";
    }

    private static String markup(Plan plan, String style) {
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
                        html.element("title", plan.title());
                    });
                    html.element("body", () -> html.element("main", () -> body(sheet, plan)));
                },
                "lang",
                "en",
                "xmlns",
                "http://www.w3.org/1999/xhtml");
        return html.toString();
    }

    private static void body(Sheet sheet, Plan plan) {
        new OverviewPart(sheet, plan).write();
        new PreparationPart(sheet, plan).write();
        new DilutionPart(sheet, plan).write();
        new PlatePart(sheet, plan).write();
        new ProcedurePart(sheet, plan).write();
        plan.precision().ifPresent(precision -> new PrecisionPart(sheet, plan, precision).write());
        sheet.heading("Signatures");
        sheet.table(
                "sign",
                "",
                List.of("", "_Name", "_Date and time", "_Signature"),
                List.of(List.of("Performed by", "", "", ""), List.of("Checked by", "", "", "")));
    }

    private static String resource(String name) {
        try (InputStream stream = Worksheet.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
