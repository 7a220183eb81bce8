package org.kindlin.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kindlin.figures.Figure;
import picocli.CommandLine.Option;

/** Which formats the figures written to {@code --out} have. */
final class FigureOptions {
    @Option(
            names = "--figures",
            paramLabel = "FORMAT",
            split = ",",
            defaultValue = "svg",
            description = "formats of the figures written to --out: svg, png, pdf (default: ${DEFAULT-VALUE})")
    private List<FigureFormat> formats = new ArrayList<>();

    void write(List<Figure> figures, Path folder) throws IOException {
        FigureFormat.write(figures, formats, folder);
    }
}
