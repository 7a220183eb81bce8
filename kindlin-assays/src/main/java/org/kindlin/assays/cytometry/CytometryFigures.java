package org.kindlin.assays.cytometry;

import java.util.List;
import org.kindlin.figures.Figure;

/** The figures of a cytometry analysis. */
final class CytometryFigures {
    private CytometryFigures() {}

    static List<Figure> draw(CytometryResult result, boolean simulated) {
        return List.of();
    }
}
