package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kindlin.assays.doseresponse.DoseResponseFigures;
import org.kindlin.assays.plate.assay.CurveFigure;
import org.kindlin.assays.plate.assay.FigureNames;
import org.kindlin.assays.plate.assay.LevelFigure;
import org.kindlin.assays.plate.assay.PlateHeatMaps;
import org.kindlin.assays.plate.assay.ResponseScale;
import org.kindlin.assays.plate.quality.QualityFigures;
import org.kindlin.figures.Colour;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Style;

/** The figures of a viability assay: viability and growth by dose, lines compared, plates. */
public final class ViabilityFigures {
    /** Past this many lines curves in one panel cannot be told apart. */
    private static final int MOST_LINES = 6;

    private static final ResponseScale VIABILITY = ResponseScale.percent("viability");
    private static final ResponseScale GROWTH =
            new ResponseScale("growth rate inhibition", "GR", true, List.of(-0.2, 1.0));

    private final ViabilityResult result;
    private final boolean simulated;
    private final FigureNames names = new FigureNames();
    private final List<Figure> figures = new ArrayList<>();

    private ViabilityFigures(ViabilityResult result, boolean simulated) {
        this.result = result;
        this.simulated = simulated;
    }

    /** Every figure, the answer first; {@code simulated} marks them all. */
    static List<Figure> draw(ViabilityResult result, boolean simulated) {
        ViabilityFigures drawn = new ViabilityFigures(result, simulated);
        drawn.compounds().forEach(drawn::compound);
        if (!result.sensitivities().isEmpty()) {
            drawn.figures.addAll(new LineForest(result, simulated).draw(drawn.names));
        }
        drawn.figures.addAll(LevelFigure.draw(result.levels(), VIABILITY, simulated, drawn.names));
        drawn.figures.addAll(PlateHeatMaps.draw(result.blocks(), VIABILITY, simulated, drawn.names));
        drawn.figures.addAll(QualityFigures.draw(result.quality(), simulated, drawn.names::free));
        return drawn.figures;
    }

    private Set<String> compounds() {
        Set<String> compounds = new LinkedHashSet<>();
        result.sensitivities()
                .forEach(sensitivity -> compounds.add(sensitivity.subject().compoundLabel()));
        return compounds;
    }

    private void compound(String compound) {
        List<Sensitivity> lines = result.sensitivities().stream()
                .filter(one -> one.subject().compoundLabel().equals(compound))
                .filter(one -> one.viability().pooled().data().range().isPresent())
                .toList();
        if (lines.isEmpty()) {
            return; // a table without a dose above zero
        }
        if (lines.size() > MOST_LINES) {
            DoseResponseFigures.of(
                            lines.stream()
                                    .map(line -> line.viability().pooled())
                                    .toList(),
                            simulated)
                    .stream()
                    .limit(1)
                    .forEach(figures::add);
            return;
        }
        figures.add(viability(compound, lines));
        growth(compound, lines).ifPresent(figures::add);
    }

    private Figure viability(String compound, List<Sensitivity> lines) {
        List<Layer> rules = new ArrayList<>(List.of(Rule.horizontal(50, "50 %")));
        for (int i = 0; i < lines.size(); i++) {
            String label = "day 0, " + lines.get(i).subject().targetLabel();
            Style style = Style.series(i).dash(Dash.DOTTED);
            lines.get(i)
                    .startPercent()
                    .ifPresent(percent ->
                            rules.add(new Rule(Rule.Direction.HORIZONTAL, percent, label, coloured(style.colour()))));
        }
        return new CurveFigure(VIABILITY, result.protocol().curves().level(), simulated)
                .draw(
                        names.free("viability-" + compound),
                        compound,
                        lines.stream()
                                .map(line -> new CurveFigure.OfTarget(line.viability(), line.vehicle(), List.of()))
                                .toList(),
                        rules,
                        "");
    }

    private static Style coloured(Colour colour) {
        return Rule.horizontal(0, "").style().colour(colour);
    }

    private Optional<Figure> growth(String compound, List<Sensitivity> lines) {
        List<CurveFigure.OfTarget> targets = lines.stream()
                .flatMap(line -> line.growth().stream()
                        .map(growth -> new CurveFigure.OfTarget(
                                growth.curves(),
                                growth.vehicle(),
                                List.of(),
                                line.gr50().orElseThrow())))
                .toList();
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CurveFigure(GROWTH, result.protocol().curves().level(), simulated)
                .marking("GR₅₀")
                .draw(
                        names.free("growth-" + compound),
                        compound,
                        targets,
                        List.of(Rule.horizontal(0, "day 0: below, cells are lost"), Rule.horizontal(0.5, "")),
                        ""));
    }
}
