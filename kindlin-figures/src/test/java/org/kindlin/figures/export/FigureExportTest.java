package org.kindlin.figures.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Line;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Raster;
import org.kindlin.figures.Style;

class FigureExportTest {
    private static Figure figure() {
        Panel panel = Panel.of(Axis.log("dose", "nM"), Axis.linear("inhibition", "%"))
                .add(new Line(
                        Point.of(new double[] {1, 10, 100}, new double[] {5, 50, 95}), Style.series(0), "FAK IC₅₀"));
        return Plot.of(Heading.of("curve", "A curve").simulated(true), panel).figure();
    }

    @Test
    void pngHasTheScaledSizeAndShowsTheCurve() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(FigureExport.png(figure(), 2)));
        assertThat(image.getWidth()).isEqualTo(2 * figure().widthPx());
        assertThat(image.getHeight()).isEqualTo(2 * figure().heightPx());
        assertThat(pixels(image, 0x0072B2)).isGreaterThan(300);
        assertThat(pixels(image, 0xFFFFFF)).isGreaterThan(image.getWidth() * image.getHeight() / 2);
    }

    @Test
    void pdfShowsTheCurve() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(FigureExport.pdf(figure()))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(0, 192);
            assertThat(pixels(image, 0x0072B2)).isGreaterThan(300);
        }
    }

    @Test
    void sameBytesTwice() {
        assertThat(FigureExport.png(figure(), 1.5)).isEqualTo(FigureExport.png(figure(), 1.5));
        assertThat(FigureExport.pdf(figure())).isEqualTo(FigureExport.pdf(figure()));
        assertThat(new String(FigureExport.pdf(figure()), StandardCharsets.ISO_8859_1))
                .doesNotContain("CreationDate");
    }

    @Test
    void rastersAreShown() throws IOException {
        BufferedImage red = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        red.setRGB(0, 0, 4, 4, IntStream.generate(() -> 0xC00000).limit(16).toArray(), 0, 4);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(red, "png", png);
        Panel panel = Panel.of(Axis.linear("x", "µm"), Axis.linear("y", "µm"))
                .add(Raster.png(new Point(0, 0), new Point(10, 10), png.toByteArray()));
        Figure figure = Plot.of(Heading.of("image", "Image"), panel).figure();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(FigureExport.png(figure, 1)));
        assertThat(pixels(image, 0xC00000)).isGreaterThan(20_000);
    }

    @Test
    void absurdScalesAreRefused() {
        assertThatThrownBy(() -> FigureExport.png(figure(), 1e6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FigureExport.png(figure(), Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    private static long pixels(BufferedImage image, int rgb) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xFFFFFF) == rgb)
                .count();
    }
}
