package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.DoseResponseFigures;
import org.kindlin.assays.plate.assay.FigureNames;
import org.kindlin.figures.Figure;

/** The figures of macrophage polarisation: the score over dose, and the markers side by side. */
final class PolarisationFigures {
    private PolarisationFigures() {}

    static List<Figure> draw(Polarisation polarisation, boolean simulated, FigureNames names) {
        List<Figure> figures = new ArrayList<>(DoseResponseFigures.of(polarisation.score(), simulated));
        markers(
                polarisation.medians(),
                "Median intensity of each marker over dose",
                "marker medians",
                simulated,
                names,
                figures);
        markers(
                polarisation.frequencies(),
                "Positive cells of each marker over dose",
                "marker frequencies",
                simulated,
                names,
                figures);
        return figures;
    }

    private static void markers(
            List<CurveResult> curves,
            String title,
            String name,
            boolean simulated,
            FigureNames names,
            List<Figure> figures) {
        if (!curves.isEmpty()) {
            figures.add(DoseResponseFigures.overview(names.free(name), title, curves, simulated));
        }
    }
}
