package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Band;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Line;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Span;
import org.kindlin.figures.Style;

/** Draws curves of any family: the one reported with its band, its rivals thin beside it, residuals below. */
final class FamilyFigures {
    private static final int STEPS = 160;
    /** Rivals of less weight are not drawn: they cannot be told apart, and the table has them. */
    private static final double LEAST_WEIGHT = 0.02;

    private static final int MOST_RIVALS = 3;

    private FamilyFigures() {}

    static List<Figure> of(List<FamilyResult> curves, boolean simulated) {
        List<Figure> figures = new ArrayList<>();
        if (curves.size() <= DoseResponseFigures.MOST_CURVES) {
            for (int i = 0; i < curves.size(); i++) {
                figures.add(single(curves.get(i), i, simulated));
            }
        }
        return figures;
    }

    private static Figure single(FamilyResult result, int index, boolean simulated) {
        Units units = result.protocol().units();
        Heading heading = Heading.of(
                        DoseResponseFigures.name(result.data(), index),
                        result.data().label())
                .subtitle(finding(result))
                .caption(caption(result))
                .simulated(simulated);
        Axis dose = DoseResponseFigures.doseAxis(result.data(), result.protocol());
        Panel response = Panel.of(dose, Axis.linear("response", units.response()))
                .addAll(curves(result))
                .addAll(CurveLayers.observations(result.data(), Style.series(0), "", true));
        if (result.curve().isEmpty()) {
            return Plot.of(heading, response).figure();
        }
        Panel residual = Panel.of(dose, Axis.linear("residual", units.response()))
                .addAll(residuals(result.curve().get()));
        return Plot.of(heading, response, residual)
                .grid(Grid.columns(1).sharing(Grid.Sharing.X).rowHeights(1.0, 0.4))
                .labels(rivals(result).isEmpty() ? Plot.Labels.NONE : Plot.Labels.LEGEND)
                .figure();
    }

    private static String finding(FamilyResult result) {
        String dose = DoseResponseFigures.finding(result.midpoint(), result.protocol());
        String model =
                result.curve().map(curve -> curve.model().spelling() + " · ").orElse("");
        return model + dose;
    }

    private static String caption(FamilyResult result) {
        String rivals = rivals(result).isEmpty() ? "" : " Dashed: the next models by Akaike weight.";
        String zero = result.data().zeroDoseMean().isPresent() ? " Zero dose stands left of the axis break." : "";
        return "Open symbols: single observations; closed: mean ± SD; line: fitted curve with its pointwise "
                + Text.percent(result.protocol().inference().level()) + " confidence band." + rivals + zero;
    }

    private static List<Layer> curves(FamilyResult result) {
        List<Layer> layers = new ArrayList<>();
        result.curve().ifPresent(curve -> layers.addAll(withBand(curve, key(result))));
        int series = 1;
        for (ModelTable.Row rival : rivals(result)) {
            FamilyCurve curve = rival.curve().orElseThrow();
            layers.add(new Line(
                    points(curve),
                    Style.series(series++).dash(Dash.DASHED).lineWidth(1.2),
                    rival.model().spelling() + " (" + Text.number(rival.weight()) + ")"));
        }
        return layers;
    }

    /** The legend names the models only where there are several. */
    private static String key(FamilyResult result) {
        if (rivals(result).isEmpty()) {
            return "";
        }
        ModelTable.Row winner = result.table().orElseThrow().winner().orElseThrow();
        return winner.model().spelling() + " (" + Text.number(winner.weight()) + ")";
    }

    private static List<ModelTable.Row> rivals(FamilyResult result) {
        return result.table()
                .map(table -> table.ranking().stream()
                        .filter(row ->
                                row.weight() >= LEAST_WEIGHT && row.curve().isPresent())
                        .filter(row -> result.curve().isEmpty()
                                || row.model() != result.curve().get().model())
                        .limit(MOST_RIVALS)
                        .toList())
                .orElse(List.of());
    }

    private static List<Layer> withBand(FamilyCurve curve, String key) {
        List<Span> band = new ArrayList<>();
        for (double logDose : doses(curve)) {
            OptionalDouble half = curve.fit().degreesOfFreedom() > 0
                    ? curve.fit()
                            .predict(logDose)
                            .halfWidth(curve.protocol().inference().level())
                    : OptionalDouble.empty();
            if (half.isPresent() && Double.isFinite(half.getAsDouble())) {
                double value = curve.value(logDose);
                band.add(new Span(StrictMath.pow(10, logDose), value - half.getAsDouble(), value + half.getAsDouble()));
            }
        }
        List<Layer> layers = new ArrayList<>();
        if (!band.isEmpty()) {
            layers.add(new Band(band, Style.series(0), ""));
        }
        layers.add(new Line(points(curve), Style.series(0), key));
        return layers;
    }

    static List<Point> points(FamilyCurve curve) {
        return doses(curve).stream()
                .map(logDose -> new Point(StrictMath.pow(10, logDose), curve.value(logDose)))
                .toList();
    }

    /** The tested doses, densely; zero dose first where it was measured. */
    private static List<Double> doses(FamilyCurve curve) {
        List<Double> doses = new ArrayList<>();
        if (curve.data().zeroDoseMean().isPresent()) {
            doses.add(Double.NEGATIVE_INFINITY);
        }
        for (int i = 0; i <= STEPS; i++) {
            doses.add(curve.range().lowest() + i * curve.range().decades() / STEPS);
        }
        return doses;
    }

    private static List<Layer> residuals(FamilyCurve curve) {
        return List.of(
                Rule.horizontal(0, ""),
                new Points(
                        curve.data().observations().stream()
                                .map(o -> new Point(
                                        StrictMath.pow(10, o.logDose()), o.response() - curve.value(o.logDose())))
                                .toList(),
                        Style.series(0).markerSize(4.5)));
    }
}
