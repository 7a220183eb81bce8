package org.kindlin.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.kindlin.figures.Figure;
import org.kindlin.figures.export.FigureExport;

/** A file format that figures are written in, named on the command line in lower case. */
enum FigureFormat {
    SVG,
    PNG,
    PDF;

    /** Twice the size in CSS pixels: about 190 dots per inch. */
    private static final double PNG_SCALE = 2;

    /** Writes every figure in every format into a folder, which is made where it is missing. */
    static void write(List<Figure> figures, Collection<FigureFormat> formats, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Figure figure : figures) {
            for (FigureFormat format : formats) {
                Files.write(folder.resolve(figure.name() + "." + format), format.bytes(figure));
            }
        }
    }

    private byte[] bytes(Figure figure) {
        return switch (this) {
            case SVG -> figure.svg().getBytes(StandardCharsets.UTF_8);
            case PNG -> FigureExport.png(figure, PNG_SCALE);
            case PDF -> FigureExport.pdf(figure);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
