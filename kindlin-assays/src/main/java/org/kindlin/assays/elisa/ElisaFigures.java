package org.kindlin.assays.elisa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.CurveFigure;
import org.kindlin.assays.plate.assay.FigureNames;
import org.kindlin.assays.plate.assay.LevelFigure;
import org.kindlin.assays.plate.assay.PlateHeatMaps;
import org.kindlin.assays.plate.assay.ResponseScale;
import org.kindlin.assays.plate.quality.QualityFigures;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.uncertainty.MeasuredRatio;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Interval;
import org.kindlin.figures.Means;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Style;

/** The figures of an in-cell ELISA: curves, fold and cells by dose, plates. */
public final class ElisaFigures {
    private final ElisaResult result;
    private final boolean simulated;

    private ElisaFigures(ElisaResult result, boolean simulated) {
        this.result = result;
        this.simulated = simulated;
    }

    static List<Figure> draw(ElisaResult result, boolean simulated) {
        ElisaFigures figures = new ElisaFigures(result, simulated);
        FigureNames names = new FigureNames();
        ResponseScale scale = ResponseScale.percent("inhibition");
        List<Figure> all = new ArrayList<>();
        CurveFigure curves = new CurveFigure(scale, result.protocol().level(), simulated);
        for (CompoundEffect effect : result.effects()) {
            all.add(curves.draw(
                    names.free("curves-" + effect.subject().compoundLabel()),
                    effect.subject().compoundLabel(),
                    List.of(new CurveFigure.OfTarget(effect.curves(), figures.vehicle(effect), List.of())),
                    List.of(Rule.horizontal(50, "50 %")),
                    ""));
            figures.doses(effect, names).ifPresent(all::add);
        }
        all.addAll(LevelFigure.draw(result.levels(), scale, simulated, names));
        all.addAll(QualityFigures.draw(result.quality(), simulated, names::free));
        all.addAll(PlateHeatMaps.draw(result.blocks(), scale, simulated, names));
        return all;
    }

    private double[] vehicle(CompoundEffect effect) {
        return result.blocks().stream()
                .filter(block -> block.isActivated()
                        && block.block().target().equals(effect.subject().target()))
                .flatMapToDouble(block -> Arrays.stream(block.responses(WellRole.VEHICLE)))
                .toArray();
    }

    /** Fold over unstimulated above, cells below, by dose and plate; empty where neither is known. */
    private Optional<Figure> doses(CompoundEffect effect, FigureNames names) {
        String compound = effect.subject().compoundLabel();
        String antigen = result.protocol().antigen();
        boolean folds = effect.doses().stream().anyMatch(dose -> dose.fold().isPresent());
        boolean cells = effect.doses().stream().anyMatch(dose -> dose.cells().isPresent());
        List<Panel> panels = new ArrayList<>();
        Axis x = Axis.log(compound, "nM").zero("vehicle");
        if (folds) {
            Panel panel = Panel.of(
                            x, Axis.linear(antigen, "fold of unstimulated").including(0.0, 1.0))
                    .add(Rule.horizontal(1, "unstimulated"));
            panels.add(panel.addAll(series(effect, true)));
        }
        if (cells) {
            double limit = result.protocol().toxicityLimit();
            Panel panel = Panel.of(
                            x,
                            Axis.linear(
                                            result.protocol()
                                                    .reads()
                                                    .normalization()
                                                    .words(),
                                            "% of vehicle")
                                    .including(0.0, 110.0))
                    .add(Rule.horizontal(limit, "toxic below"));
            panels.add(panel.addAll(series(effect, false)));
        }
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        Heading heading = Heading.of(names.free("doses-" + compound), compound + ": " + antigen + " and cells by dose")
                .caption("Means of wells with their "
                        + Prose.number(100 * result.protocol().level())
                        + " % intervals, which hold the scatter of the controls too; left of the break: vehicle wells.")
                .simulated(simulated);
        return Optional.of(Plot.of(heading, panels)
                .grid(Grid.columns(1).sharing(Grid.Sharing.X))
                .labels(effect.curves().plates().size() > 1 ? Plot.Labels.LEGEND : Plot.Labels.NONE)
                .size(640, 200)
                .figure());
    }

    private List<Means> series(CompoundEffect effect, boolean folds) {
        List<Means> series = new ArrayList<>();
        List<String> plates =
                effect.doses().stream().map(DoseEffect::plate).distinct().toList();
        for (int i = 0; i < plates.size(); i++) {
            String plate = plates.get(i);
            List<Interval> points = new ArrayList<>();
            result.blocks().stream()
                    .filter(block -> folds && block.block().plate().equals(plate))
                    .flatMap(block -> Activation.of(block, result.protocol()).fold().stream())
                    .forEach(fold -> points.add(interval(0, fold, 1)));
            effect.doses().stream()
                    .filter(dose -> dose.plate().equals(plate))
                    .forEach(dose -> (folds ? dose.fold() : dose.cells())
                            .ifPresent(ratio -> points.add(interval(dose.nanomolar(), ratio, folds ? 1 : 100))));
            series.add(new Means(points, Style.series(i).dash(Dash.SOLID), plate));
        }
        return series;
    }

    private static Interval interval(double dose, MeasuredRatio ratio, double factor) {
        return ratio.isBounded()
                ? new Interval(dose, factor * ratio.value(), factor * ratio.low(), factor * ratio.high())
                : new Interval(dose, factor * ratio.value(), Double.NaN, Double.NaN);
    }
}
