package org.kindlin.study.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The report as one HTML file that needs nothing else: no network, no script, no font of its own.
 *
 * <p>A content security policy in the file forbids every request; the one small script (sorting of long tables, saving of
 * figures, unfolding before printing) is allowed by its hash and the page is whole without it.
 */
public final class HtmlReport {
    private HtmlReport() {}

    /** The complete file; the same content gives the same text. */
    public static String render(ReportContent content) {
        String style = Terms.resource("report.css") + Terms.resource("browser.css") + "@media print {\n"
                + RunningHeads.css(content) + "}\n";
        String script = Terms.resource("report.js");
        String head =
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                        + "img-src data:; script-src 'sha256-" + sha256(script)
                        + "'; form-action 'none'; base-uri 'none'\"/>\n"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<style>\n" + style
                        + "</style>\n";
        return ReportMarkup.write(Medium.BROWSER, content, head, "<script>" + script + "</script>\n");
    }

    private static String sha256(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
