package org.kindlin.mechanism.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Band;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Line;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Span;
import org.kindlin.figures.Style;
import org.kindlin.mechanism.petab.Measurement;
import org.kindlin.mechanism.petab.PetabProblem;

/** Prediction intervals over time beside what was measured, one panel for each observable and condition. */
public final class PredictionFigure {
    private static final int MOST_PANELS = 12;
    private static final int COLUMNS = 3;

    private final PetabProblem problem;
    private final List<PredictionBand> bands;

    private PredictionFigure(PetabProblem problem, List<PredictionBand> bands) {
        this.problem = problem;
        this.bands = bands.stream().filter(each -> each.intervals().size() > 1).toList();
    }

    /** The figure; empty where no curve has more than one time. */
    public static Optional<Figure> of(PetabProblem problem, List<PredictionBand> bands) {
        PredictionFigure figure = new PredictionFigure(problem, bands);
        return figure.bands.isEmpty() ? Optional.empty() : Optional.of(figure.draw());
    }

    private Figure draw() {
        List<Panel> panels = bands.stream().limit(MOST_PANELS).map(this::panel).toList();
        int hidden = bands.size() - panels.size();
        Heading heading = Heading.of("predictions", "What the data determine: predictions of " + problem.name())
                .caption(
                        "Lines: model at the best fit. Bands: 95 % prediction profile likelihood (of the observable, without"
                                + " the noise of a measurement). Points: measurements."
                                + (hidden > 0 ? " " + hidden + " more curves are in the table." : ""));
        int columns = Math.min(COLUMNS, panels.size());
        return Plot.of(heading, panels)
                .grid(Grid.columns(columns))
                .size(Math.max(420, 260 * columns), 190)
                .labels(Plot.Labels.NONE)
                .figure();
    }

    private Panel panel(PredictionBand band) {
        PredictionCurve curve = band.curve();
        List<Span> spans = new ArrayList<>();
        List<Point> line = new ArrayList<>();
        for (int i = 0; i < curve.times().length; i++) {
            PredictionInterval each = band.intervals().get(i);
            if (Double.isFinite(each.low()) && Double.isFinite(each.high()) && each.low() <= each.high()) {
                spans.add(new Span(curve.times()[i], each.low(), each.high()));
            }
            line.add(new Point(curve.times()[i], each.best()));
        }
        Style style = Style.of(Palette.BLUE);
        List<Layer> layers = new ArrayList<>();
        layers.add(new Band(spans, style.opacity(0.8)));
        layers.add(new Line(line, style.lineWidth(2), ""));
        layers.add(new Points(measured(curve), Style.of(Palette.BLACK)));
        String unit = problem.model().units().time();
        return Panel.of(Axis.linear("time", unit.equals("time") ? "" : unit), Axis.linear(curve.observable(), ""))
                .title(title(curve))
                .addAll(layers);
    }

    private List<Point> measured(PredictionCurve curve) {
        return curve.measured().stream()
                .map(i -> problem.measurements().get(i))
                .filter(each -> Double.isFinite(each.time()) && Double.isFinite(each.value()))
                .filter(each -> each.censoring().isEmpty())
                .map(PredictionFigure::point)
                .toList();
    }

    private static Point point(Measurement each) {
        return new Point(each.time(), each.value());
    }

    private String title(PredictionCurve curve) {
        return problem.conditions().size() == 1 ? curve.observable() : curve.observable() + ", " + curve.condition();
    }
}
