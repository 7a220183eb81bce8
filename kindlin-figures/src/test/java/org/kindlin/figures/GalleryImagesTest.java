package org.kindlin.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.kindlin.figures.export.FigureExport;

/** Writes the gallery as images under {@code target/gallery}, to be looked at after every change of a painter. */
class GalleryImagesTest {
    @Test
    void everyFigureBecomesAnImage() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "gallery"));
        for (Map.Entry<String, Supplier<Figure>> entry : Gallery.all().entrySet()) {
            byte[] png = FigureExport.png(entry.getValue().get(), 2);
            Files.write(folder.resolve(entry.getKey() + ".png"), png);
            assertThat(png).hasSizeGreaterThan(10_000);
        }
    }
}
