package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.CurveFigure;
import org.kindlin.assays.plate.assay.FigureNames;
import org.kindlin.assays.plate.assay.LevelFigure;
import org.kindlin.assays.plate.assay.PlateHeatMaps;
import org.kindlin.assays.plate.assay.ResponseScale;
import org.kindlin.assays.plate.quality.QualityFigures;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Point;
import org.kindlin.figures.Rule;

/** The figures of a kinase assay: curves, selectivity, standard curves, levels without doses, plates. */
public final class KinaseFigures {
    private KinaseFigures() {}

    /** Every figure, the answer first; {@code simulated} marks them all. */
    static List<Figure> draw(KinaseResult result, boolean simulated) {
        List<Figure> figures = new ArrayList<>();
        FigureNames names = new FigureNames();
        ResponseScale scale = scale(result);
        CurveFigure curves = new CurveFigure(scale, result.protocol().level(), simulated);
        compounds(result).forEach(compound -> {
            List<CompoundPotency> of = result.potencies().stream()
                    .filter(potency -> potency.subject().compoundLabel().equals(compound))
                    .toList();
            figures.add(curves(curves, scale, result, names.free("curves-" + compound), compound, of));
        });
        if (!result.potencies().isEmpty()) {
            figures.add(new PotencyForest(result, simulated).potencies(names.free("potency")));
        }
        if (!result.selectivities().isEmpty()) {
            figures.add(new PotencyForest(result, simulated).selectivities(names.free("selectivity")));
        }
        StandardCurveFigure.draw(result, simulated, names).ifPresent(figures::add);
        figures.addAll(LevelFigure.draw(result.levels(), scale, simulated, names));
        figures.addAll(PlateHeatMaps.draw(result.blocks(), scale, simulated, names));
        figures.addAll(QualityFigures.draw(result.quality(), simulated, names::free));
        return figures;
    }

    private static Set<String> compounds(KinaseResult result) {
        Set<String> compounds = new LinkedHashSet<>();
        result.potencies().forEach(potency -> compounds.add(potency.subject().compoundLabel()));
        return compounds;
    }

    private static ResponseScale scale(KinaseResult result) {
        return result.protocol().scale().normalization() == Normalization.NONE
                ? ResponseScale.signal(result.responseUnit())
                : ResponseScale.percent("inhibition");
    }

    private static Figure curves(
            CurveFigure figure,
            ResponseScale scale,
            KinaseResult result,
            String name,
            String compound,
            List<CompoundPotency> potencies) {
        boolean tight =
                potencies.stream().anyMatch(potency -> potency.tightBinding().isPresent());
        return figure.draw(
                name,
                compound,
                potencies.stream().map(potency -> target(potency, result)).toList(),
                scale.isNormalized() ? List.of(Rule.horizontal(50, "50 %")) : List.of(),
                tight ? "Morrison's tight-binding fit" : "");
    }

    private static CurveFigure.OfTarget target(CompoundPotency potency, KinaseResult result) {
        double[] vehicle = result.blocks().stream()
                .filter(block -> block.isNormalized()
                        && block.block().target().equals(potency.subject().target()))
                .flatMapToDouble(block -> Arrays.stream(block.responses(WellRole.VEHICLE)))
                .toArray();
        List<Point> dashed = new ArrayList<>();
        potency.tightBinding()
                .ifPresent(tight -> Arrays.stream(
                                CurveFigure.logDoses(potency.pooled().data()))
                        .map(log -> StrictMath.pow(10, log))
                        .forEach(dose -> tight.value(dose).ifPresent(value -> dashed.add(new Point(dose, value)))));
        return new CurveFigure.OfTarget(potency.curves(), vehicle, dashed);
    }
}
