package org.kindlin.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfReportTest {

    @Test
    void holdsTheReport() throws IOException {
        byte[] bytes = PdfReport.render(Samples.study(), PaperSize.A4);
        assertThat(PdfReport.render(Samples.study(), PaperSize.A4)).isEqualTo(bytes);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            assertThat(pdf.getNumberOfPages()).isBetween(6, 12);
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Defactinib against FAK and Pyk2", "SIMULATED DATA. 4 of 6 input files", "5.21 to 6.07")
                    .contains(
                            "Not estimable. No K",
                            "of Pyk2 was stated and none is established",
                            "A01–A24, P01–P24",
                            "1 / " + pdf.getNumberOfPages())
                    .doesNotContain("#");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Defactinib against FAK and Pyk2");
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().children()).hasSize(6);
            assertNoPageIsBlank(pdf);
        }
    }

    @Test
    void embedsItsFontsAndKeepsFiguresVector() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(PdfReport.render(Samples.study(), PaperSize.LETTER))) {
            PDPage first = pdf.getPage(0);
            assertThat(first.getMediaBox().getWidth()).isEqualTo(612);
            List<String> images = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                }
                for (COSName name : page.getResources().getXObjectNames()) {
                    if (page.getResources().isImageXObject(name)) {
                        images.add(name.getName());
                    }
                }
            }
            assertThat(images).isEmpty();
        }
    }

    private static void assertNoPageIsBlank(PDDocument pdf) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            assertThat(stripper.getText(pdf).length())
                    .as("text on page %d", page)
                    .isGreaterThan(150);
        }
    }
}
