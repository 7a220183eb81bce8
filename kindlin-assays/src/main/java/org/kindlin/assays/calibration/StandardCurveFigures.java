package org.kindlin.assays.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.plate.assay.FigureNames;
import org.kindlin.assays.result.Prose;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Band;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Interval;
import org.kindlin.figures.Line;
import org.kindlin.figures.Means;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Span;
import org.kindlin.figures.Style;
import org.kindlin.numerics.calibration.BackCalculation;
import org.kindlin.numerics.calibration.CalibrationFit;
import org.kindlin.numerics.calibration.InversePrediction;

/** A plate's standard curve with its limits, and the recovery of its standards. */
public final class StandardCurveFigures {
    private static final int STEPS = 160;

    private final PlateCalibration plate;
    private final CalibrationFit fit;
    private final boolean simulated;

    private StandardCurveFigures(PlateCalibration plate, CalibrationFit fit, boolean simulated) {
        this.plate = plate;
        this.fit = fit;
        this.simulated = simulated;
    }

    /** Curve and recovery of every plate that has a curve. */
    public static List<Figure> draw(List<PlateCalibration> plates, boolean simulated, FigureNames names) {
        List<Figure> figures = new ArrayList<>();
        for (PlateCalibration plate : plates) {
            plate.fit().ifPresent(fit -> {
                StandardCurveFigures of = new StandardCurveFigures(plate, fit, simulated);
                String suffix = plates.size() == 1 ? "" : "-" + plate.plate().label();
                figures.add(of.curve(names.free("standard-curve" + suffix)));
                of.recovery(names, suffix).ifPresent(figures::add);
            });
        }
        return figures;
    }

    private Figure curve(String name) {
        boolean logarithmic = fit.data().highest() > 50 * fit.data().lowestPositive();
        Axis x = logarithmic
                ? Axis.log("concentration in the well", unit()).zero("0")
                : Axis.linear("concentration in the well", unit());
        Panel panel = Panel.of(
                x,
                Axis.linear(
                        plate.blank() == 0 ? "signal" : "signal less blank",
                        plate.plate().units().signal()));
        List<Point> line = new ArrayList<>();
        List<Span> band = new ArrayList<>();
        for (double at : grid(logarithmic)) {
            line.add(new Point(at, fit.curve().response(at)));
            halfWidth(at)
                    .ifPresent(half -> band.add(new Span(
                            at, fit.curve().response(at) - half, fit.curve().response(at) + half)));
        }
        Style style = Style.of(Palette.BLUE);
        if (band.size() > 1) {
            panel = panel.add(new Band(band, style));
        }
        panel = panel.add(new Line(line, style)).add(new Points(standards(), style));
        List<Interval> specimens = specimens();
        if (!specimens.isEmpty()) {
            panel = panel.add(new Points(
                    specimens.stream()
                            .map(one -> new Point(one.x(), one.value()))
                            .toList(),
                    Style.of(Palette.VERMILLION).markerSize(4).opacity(0.75)));
        }
        panel = limits(panel);
        Heading heading = Heading.of(name, "Standard curve: " + plate.plate().label())
                .subtitle(subtitle())
                .caption("Blue: standards and their curve; band: where single readings of a known concentration lie ("
                        + Prose.number(100 * plate.protocol().level())
                        + " %), which read sideways is the interval of a concentration from one reading; red: specimens"
                        + " at the concentration read off for them. Dashed: limits of quantification.")
                .simulated(simulated);
        return Plot.of(heading, panel).labels(Plot.Labels.NONE).size(600, 300).figure();
    }

    private String unit() {
        return plate.plate().units().concentration();
    }

    private String subtitle() {
        String lod = plate.detectionLimit().isPresent()
                ? "; LOD " + Prose.number(plate.detectionLimit().getAsDouble()) + " " + unit()
                : "";
        return plate.protocol().model().words() + ", weights "
                + StandardCurveKeys.spelling(plate.protocol().weighting()) + lod;
    }

    private double[] grid(boolean logarithmic) {
        double high = fit.data().highest();
        double low = logarithmic ? fit.data().lowestPositive() : 0;
        double[] grid = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            double share = i / (double) STEPS;
            grid[i] = logarithmic ? low * StrictMath.pow(high / low, share) : low + share * (high - low);
        }
        return grid;
    }

    /** Half the width of the prediction band of one reading. */
    private Optional<Double> halfWidth(double at) {
        OptionalDouble leverage = fit.curve().leverage(at);
        Optional<InversePrediction> prediction = plate.prediction();
        if (leverage.isEmpty() || prediction.isEmpty()) {
            return Optional.empty();
        }
        double variance = prediction.get().noise().variance() * (1 / fit.weight(at) + leverage.getAsDouble());
        return Optional.of(prediction.get().critical() * Math.sqrt(variance)).filter(Double::isFinite);
    }

    private List<Point> standards() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < fit.data().size(); i++) {
            points.add(new Point(fit.data().concentration()[i], fit.data().response()[i]));
        }
        return points;
    }

    /** Specimens whose reading lies on the drawn curve. */
    private List<Interval> specimens() {
        List<Interval> points = new ArrayList<>();
        for (SpecimenConcentration specimen : SpecimenConcentration.of(plate)) {
            for (SpecimenLevel level : specimen.levels()) {
                level.reading().ifPresent(reading -> point(reading).ifPresent(points::add));
            }
        }
        return points;
    }

    private Optional<Interval> point(BackCalculation reading) {
        double at = reading.concentration().orElse(-1);
        return at >= 0 && at <= fit.data().highest()
                ? Optional.of(new Interval(at, reading.response(), reading.response(), reading.response()))
                : Optional.empty();
    }

    private Panel limits(Panel panel) {
        Panel with = panel;
        if (plate.range().isPresent() && plate.protocol().range() != RangeRule.NONE) {
            QuantificationRange range = plate.range().get();
            with = with.add(Rule.vertical(range.lower(), "LLOQ")).add(Rule.vertical(range.upper(), "ULOQ"));
        }
        return with;
    }

    private Optional<Figure> recovery(FigureNames names, String suffix) {
        List<Point> single = new ArrayList<>();
        List<Interval> means = new ArrayList<>();
        for (StandardLevel level : plate.levels()) {
            if (level.recoveryPercent().isPresent()) {
                double nominal = level.concentration();
                level.found().forEach(found -> single.add(new Point(nominal, 100 * found / nominal)));
                double mean = level.recoveryPercent().getAsDouble();
                means.add(new Interval(nominal, mean, Double.NaN, Double.NaN));
            }
        }
        if (means.isEmpty()) {
            return Optional.empty();
        }
        double wide = plate.protocol().lloqLimit();
        double narrow = plate.protocol().standardLimit();
        Style style = Style.of(Palette.BLUE);
        Panel panel = Panel.of(
                        Axis.log("nominal concentration", unit()),
                        Axis.linear("recovery", "%").including(100 - 1.25 * wide, 100 + 1.25 * wide))
                .add(Rule.horizontal(100, ""))
                .add(new Rule(
                        Rule.Direction.HORIZONTAL,
                        100 - narrow,
                        "",
                        Style.reference().dash(Dash.DOTTED)))
                .add(new Rule(
                        Rule.Direction.HORIZONTAL,
                        100 + narrow,
                        "±" + Prose.number(narrow) + " %",
                        Style.reference().dash(Dash.DOTTED)))
                .add(new Points(single, style.faint()))
                .add(new Means(means, style));
        Heading heading = Heading.of(
                        names.free("recovery" + suffix),
                        "Recovery of standards: " + plate.plate().label())
                .caption(
                        "Back-calculated over nominal concentration. Open: single wells; closed: means. The lowest standard in"
                                + " range may be off by " + Prose.number(wide) + " %, the others by "
                                + Prose.number(narrow)
                                + " %.")
                .simulated(simulated);
        return Optional.of(
                Plot.of(heading, panel).labels(Plot.Labels.NONE).size(600, 220).figure());
    }
}
