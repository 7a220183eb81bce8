package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.FittedCurve;
import org.kindlin.assays.doseresponse.Observation;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
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
public final class CurveFigure {
    private static final int STEPS = 160;
    private static final double MARGIN_DECADES = 0.3;

    private final ResponseScale scale;
    private final double level;
    private final boolean simulated;
    private final String marked;

    /**
     * @param level confidence level of bands, as the caption tells it
     */
    public CurveFigure(ResponseScale scale, double level, boolean simulated) {
        this(scale, level, simulated, "IC₅₀");
    }

    private CurveFigure(ResponseScale scale, double level, boolean simulated, String marked) {
        this.scale = scale;
        this.level = level;
        this.simulated = simulated;
        this.marked = marked;
    }

    /** The same figure where the dose marked on each curve has this name ({@code GR₅₀}). */
    public CurveFigure marking(String name) {
        return new CurveFigure(scale, level, simulated, name);
    }

    /**
     * One target's curve.
     *
     * @param curves what was fitted
     * @param vehicle responses of vehicle wells, drawn at zero dose and not fitted
     * @param dashed another model's curve through the same data; empty for none
     * @param mark the dose to mark on the curve
     */
    public record OfTarget(CompoundCurves curves, double[] vehicle, List<Point> dashed, Estimate mark) {

        /** A curve marked at its mid-point. */
        public OfTarget(CompoundCurves curves, double[] vehicle, List<Point> dashed) {
            this(
                    curves,
                    vehicle,
                    dashed,
                    curves.pooled().result().estimate("ic50").orElseThrow());
        }

        String key() {
            return curves.subject().targetLabel();
        }

        CurveResult pooled() {
            return curves.pooled();
        }
    }

    /**
     * The figure.
     *
     * @param rules lines across the response, such as half of control
     * @param dashedCaption what dashed curves are; empty where there are none
     */
    public Figure draw(
            String name, String compound, List<OfTarget> targets, List<? extends Layer> rules, String dashedCaption) {
        Axis dose = scale.isNormalized() ? Axis.log(compound, "nM").zero("vehicle") : Axis.log(compound, "nM");
        Panel curves = Panel.of(dose, scale.axis()).addAll(List.copyOf(rules));
        Panel residuals = Panel.of(dose, Axis.linear("residual", scale.unit())).add(Rule.horizontal(0, ""));
        for (int i = 0; i < targets.size(); i++) {
            Style style = Style.series(i).dash(Dash.SOLID);
            curves = curves.addAll(layers(targets.get(i), style));
            residuals = residuals.add(new Points(residuals(targets.get(i).pooled()), style.markerSize(4)));
        }
        Heading heading = Heading.of(name, compound + ": " + scale.name() + " by dose")
                .subtitle(subtitle(targets))
                .caption(caption(targets, dashedCaption))
                .simulated(simulated);
        Grid grid = Grid.columns(1).sharing(Grid.Sharing.X).rowHeights(1.0, 0.36);
        return Plot.of(heading, curves, residuals).grid(grid).size(640, 300).figure();
    }

    private List<Layer> layers(OfTarget target, Style style) {
        CurveResult pooled = target.pooled();
        List<Layer> layers = new ArrayList<>();
        if (pooled.isFlat()) {
            layers.add(horizontal(pooled, style, target.key()));
        } else {
            pooled.fitted().ifPresent(fitted -> {
                layers.add(new Band(band(fitted), style, target.key()));
                layers.add(new Line(line(fitted), style, target.key()));
            });
        }
        if (!target.dashed().isEmpty()) {
            layers.add(new Line(target.dashed(), style.dash(Dash.DASHED).lineWidth(1.2)));
        }
        layers.add(new Points(wells(target), style.faint(), target.key()));
        layers.add(new Means(means(pooled.data()), style, target.key()));
        layers.addAll(marker(target, style));
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

    private static List<Point> line(FittedCurve fitted) {
        return Arrays.stream(logDoses(fitted.data()))
                .mapToObj(log -> new Point(tenTo(log), fitted.curve().value(log)))
                .toList();
    }

    private List<Span> band(FittedCurve fitted) {
        List<Span> spans = new ArrayList<>();
        for (double log : logDoses(fitted.data())) {
            double value = fitted.curve().value(log);
            OptionalDouble half = fitted.fit().predict(log).halfWidth(level);
            if (half.isPresent() && Double.isFinite(half.getAsDouble())) {
                spans.add(new Span(tenTo(log), value - half.getAsDouble(), value + half.getAsDouble()));
            }
        }
        return spans;
    }

    /** Single wells of every dose, and the vehicle wells, which the fit does not use, at zero dose. */
    private static List<Point> wells(OfTarget target) {
        List<Point> points = new ArrayList<>();
        target.pooled()
                .data()
                .observations()
                .forEach(observation -> points.add(new Point(tenTo(observation.logDose()), observation.response())));
        for (double response : target.vehicle()) {
            points.add(new Point(0, response));
        }
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

    private List<DropLine> marker(OfTarget target, Style style) {
        Double dose = target.mark().value();
        if (dose == null
                || target.mark().relation() != Relation.EQUAL
                || target.pooled().fitted().isEmpty()) {
            return List.of();
        }
        double height = target.pooled().fitted().get().curve().value(StrictMath.log10(dose));
        String label = marked + " " + Prose.number(dose) + " nM";
        return List.of(new DropLine(new Point(dose, height), label, style.dash(Dash.DOTTED)));
    }

    private static List<Point> residuals(CurveResult curve) {
        List<Point> points = new ArrayList<>();
        curve.fitted().ifPresent(fitted -> {
            for (Observation observation : fitted.data().observations()) {
                double expected =
                        curve.isFlat() ? curve.meanResponse() : fitted.curve().value(observation.logDose());
                points.add(new Point(tenTo(observation.logDose()), observation.response() - expected));
            }
        });
        return points;
    }

    /** The doses, as common logarithms, at which curves are drawn: the tested range with a margin. */
    public static double[] logDoses(CurveData data) {
        double low = data.range().orElseThrow().lowest() - MARGIN_DECADES;
        double high = data.range().orElseThrow().highest() + MARGIN_DECADES;
        double[] logs = new double[STEPS + 1];
        Arrays.setAll(logs, i -> low + i * (high - low) / STEPS);
        return logs;
    }

    private static double tenTo(double log) {
        return StrictMath.pow(10, log);
    }

    private String subtitle(List<OfTarget> targets) {
        return String.join(
                "; ",
                targets.stream()
                        .map(target -> target.key() + " " + marked + " " + Prose.estimate(target.mark()))
                        .toList());
    }

    private String caption(List<OfTarget> targets, String dashed) {
        int plates = targets.stream()
                .mapToInt(target -> target.curves().plates().size())
                .max()
                .orElse(1);
        return "Open symbols: single wells; closed: mean ± SD of all wells at the dose"
                + (plates > 1 ? ", over " + plates + " plates" : "") + "; line: four-parameter logistic fit with its "
                + Prose.number(100 * level) + " % confidence band"
                + (dashed.isEmpty() ? "" : "; dashed: " + dashed)
                + "; dotted: " + marked + "."
                + (targets.stream().anyMatch(target -> target.pooled().isFlat())
                        ? " Long-dashed horizontal: mean of a response that does not depend on dose."
                        : "")
                + (scale.isNormalized() ? " Vehicle wells stand left of the axis break and are not fitted." : "")
                + " Below: residuals of the four-parameter fit.";
    }
}
