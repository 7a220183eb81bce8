package org.kindlin.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Writes the sample reports to {@code target/report-gallery}, to be looked at. */
class ReportGalleryTest {
    private static final Path GALLERY = Path.of("target", "report-gallery");

    @Test
    void writesTheGallery() throws IOException {
        Files.createDirectories(GALLERY);
        write("study", Samples.study());
        write(
                "screen",
                Samples.content("A screen", "", new ReportSection("screen", "Screen", "", Samples.screen(120))));
        assertThat(GALLERY).isDirectoryContaining("glob:**study.html").isDirectoryContaining("glob:**screen.pdf");
    }

    private static void write(String name, ReportContent content) throws IOException {
        Files.writeString(GALLERY.resolve(name + ".html"), HtmlReport.render(content));
        Files.write(GALLERY.resolve(name + ".pdf"), PdfReport.render(content, PaperSize.A4));
    }
}
