package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.FittedCurve;
import org.kindlin.assays.doseresponse.Observation;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.result.Relation;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Band;
import org.kindlin.figures.Dash;
import org.kindlin.figures.DropLine;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Interval;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Line;
import org.kindlin.figures.Means;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Span;
import org.kindlin.figures.Style;
import org.kindlin.numerics.statistics.Descriptive;

/** A compound's curves on all its targets, with their residuals below. */
final class CurveFigure {
    private static final int STEPS = 160;
    private static final double MARGIN_DECADES = 0.3;

    private final KinaseResult result;
    private final boolean simulated;
    private final boolean normalized;

    CurveFigure(KinaseResult result, boolean simulated) {
        this.result = result;
        this.simulated = simulated;
        this.normalized = result.protocol().scale().normalization() != Normalization.NONE;
    }

    Figure draw(String name, String compound, List<CompoundPotency> potencies) {
        Axis dose = normalized ? Axis.log(compound, "nM").zero("vehicle") : Axis.log(compound, "nM");
        Axis response =
                normalized ? Axis.linear("inhibition", "%").including(0.0, 100.0) : Axis.linear("signal", unit());
        Panel curves =
                normalized ? Panel.of(dose, response).add(Rule.horizontal(50, "50 %")) : Panel.of(dose, response);
        Panel residuals = Panel.of(dose, Axis.linear("residual", unit())).add(Rule.horizontal(0, ""));
        for (int i = 0; i < potencies.size(); i++) {
            Style style = Style.series(i).dash(Dash.SOLID);
            curves = curves.addAll(layers(potencies.get(i), style));
            residuals = residuals.add(new Points(residuals(potencies.get(i)), style.markerSize(4)));
        }
        Heading heading = Heading.of(name, compound + ": inhibition by dose")
                .subtitle(subtitle(potencies))
                .caption(caption(potencies))
                .simulated(simulated);
        Grid grid = Grid.columns(1).sharing(Grid.Sharing.X).rowHeights(1.0, 0.36);
        return Plot.of(heading, curves, residuals).grid(grid).size(640, 300).figure();
    }

    private String unit() {
        return result.responseUnit();
    }

    private List<Layer> layers(CompoundPotency potency, Style style) {
        String key = potency.subject().targetLabel();
        CurveData data = potency.pooled().data();
        List<Layer> layers = new ArrayList<>();
        if (potency.pooled().isFlat()) {
            layers.add(horizontal(potency.pooled(), style, key));
        } else {
            potency.pooled().fitted().ifPresent(fitted -> {
                layers.add(new Band(band(fitted), style, key));
                layers.add(new Line(line(fitted), style, key));
            });
        }
        potency.tightBinding()
                .ifPresent(tight -> layers.add(
                        new Line(tight(data, tight), style.dash(Dash.DASHED).lineWidth(1.2))));
        layers.add(new Points(wells(potency), style.faint(), key));
        layers.add(new Means(means(data), style, key));
        marker(potency, style).forEach(layers::add);
        return layers;
    }

    /** A flat response gets the line that describes it, never a curve the data do not call for. */
    private static Line horizontal(CurveResult curve, Style style, String key) {
        double[] logs = logDoses(curve.data());
        double mean = curve.meanResponse();
        return new Line(
                List.of(new Point(tenTo(logs[0]), mean), new Point(tenTo(logs[logs.length - 1]), mean)),
                style.dash(Dash.DASHED),
                key);
    }

    private List<Point> line(FittedCurve fitted) {
        return Arrays.stream(logDoses(fitted.data()))
                .mapToObj(log -> new Point(tenTo(log), fitted.curve().value(log)))
                .toList();
    }

    private List<Span> band(FittedCurve fitted) {
        List<Span> spans = new ArrayList<>();
        for (double log : logDoses(fitted.data())) {
            double value = fitted.curve().value(log);
            OptionalDouble half =
                    fitted.fit().predict(log).halfWidth(result.protocol().level());
            if (half.isPresent() && Double.isFinite(half.getAsDouble())) {
                spans.add(new Span(tenTo(log), value - half.getAsDouble(), value + half.getAsDouble()));
            }
        }
        return spans;
    }

    private static List<Point> tight(CurveData data, TightBinding tight) {
        List<Point> points = new ArrayList<>();
        for (double log : logDoses(data)) {
            tight.value(tenTo(log)).ifPresent(value -> points.add(new Point(tenTo(log), value)));
        }
        return points;
    }

    /** Single wells of every dose, and the vehicle wells, which the fit does not use, at zero dose. */
    private List<Point> wells(CompoundPotency potency) {
        List<Point> points = new ArrayList<>();
        potency.pooled()
                .data()
                .observations()
                .forEach(observation -> points.add(new Point(tenTo(observation.logDose()), observation.response())));
        result.blocks().stream()
                .filter(block -> normalized
                        && block.block().target().equals(potency.subject().target()))
                .forEach(block -> Arrays.stream(block.responses(WellRole.VEHICLE))
                        .forEach(response -> points.add(new Point(0, response))));
        return points;
    }

    private static List<Interval> means(CurveData data) {
        List<Interval> means = new ArrayList<>();
        for (double log : data.logDoses()) {
            double[] responses = data.responsesAt(log);
            double mean = Descriptive.mean(responses);
            double half = responses.length < 2 ? 0 : Descriptive.standardDeviation(responses);
            means.add(Interval.around(tenTo(log), mean, half));
        }
        return means;
    }

    private static List<DropLine> marker(CompoundPotency potency, Style style) {
        Double ic50 = potency.ic50().value();
        if (ic50 == null
                || potency.ic50().relation() != Relation.EQUAL
                || potency.pooled().fitted().isEmpty()) {
            return List.of();
        }
        double height = potency.pooled().fitted().get().curve().value(StrictMath.log10(ic50));
        String label = "IC₅₀ " + Text.number(ic50) + " nM";
        return List.of(new DropLine(new Point(ic50, height), label, style.dash(Dash.DOTTED)));
    }

    private static List<Point> residuals(CompoundPotency potency) {
        List<Point> points = new ArrayList<>();
        CurveResult curve = potency.pooled();
        curve.fitted().ifPresent(fitted -> {
            for (Observation observation : fitted.data().observations()) {
                double expected =
                        curve.isFlat() ? curve.meanResponse() : fitted.curve().value(observation.logDose());
                points.add(new Point(tenTo(observation.logDose()), observation.response() - expected));
            }
        });
        return points;
    }

    private static double[] logDoses(CurveData data) {
        double low = data.range().orElseThrow().lowest() - MARGIN_DECADES;
        double high = data.range().orElseThrow().highest() + MARGIN_DECADES;
        double[] logs = new double[STEPS + 1];
        Arrays.setAll(logs, i -> low + i * (high - low) / STEPS);
        return logs;
    }

    private static double tenTo(double log) {
        return StrictMath.pow(10, log);
    }

    private static String subtitle(List<CompoundPotency> potencies) {
        return String.join(
                "; ",
                potencies.stream()
                        .map(potency -> potency.subject().targetLabel() + " IC₅₀ " + Text.estimate(potency.ic50()))
                        .toList());
    }

    private String caption(List<CompoundPotency> potencies) {
        boolean tight =
                potencies.stream().anyMatch(potency -> potency.tightBinding().isPresent());
        int plates = potencies.stream()
                .mapToInt(potency -> potency.plates().size())
                .max()
                .orElse(1);
        return "Open symbols: single wells; closed: mean ± SD of all wells at the dose"
                + (plates > 1 ? ", over " + plates + " plates" : "") + "; line: four-parameter logistic fit with its "
                + Text.number(100 * result.protocol().level()) + " % confidence band"
                + (tight ? "; dashed: Morrison's tight-binding fit" : "")
                + "; dotted: IC₅₀."
                + (potencies.stream().anyMatch(potency -> potency.pooled().isFlat())
                        ? " Long-dashed horizontal: mean of a response that does not depend on dose."
                        : "")
                + (normalized ? " Vehicle wells stand left of the axis break and are not fitted." : "")
                + " Below: residuals of the four-parameter fit.";
    }
}
