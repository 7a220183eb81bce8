package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindlin.assays.result.Prose;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Bars;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Forest;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Interval;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Line;
import org.kindlin.figures.Marker;
import org.kindlin.figures.Means;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Style;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;

/** The figures of a growth study. */
final class GrowthFigures {
    private static final double WIDTH = 700;
    private static final int CURVE_STEPS = 120;

    private final GrowthResult result;
    private final boolean simulated;
    private final double level;
    private final List<String> arms;

    private GrowthFigures(GrowthResult result, boolean simulated) {
        this.result = result;
        this.simulated = simulated;
        this.level = result.protocol().level();
        this.arms = result.study().arms();
    }

    static List<Figure> of(GrowthResult result, boolean simulated) {
        GrowthFigures figures = new GrowthFigures(result, simulated);
        List<Figure> all = new ArrayList<>();
        all.add(figures.animals());
        all.add(figures.means());
        figures.rates().ifPresent(all::add);
        figures.interaction().ifPresent(all::add);
        figures.drugEffect().ifPresent(all::add);
        figures.waterfall().ifPresent(all::add);
        figures.weights().ifPresent(all::add);
        return all;
    }

    private Style style(String arm) {
        return Style.series(arms.indexOf(arm));
    }

    private Heading heading(String name, String title) {
        return Heading.of(name, title).simulated(simulated);
    }

    private static Axis days() {
        return Axis.linear("study day", "d");
    }

    private static Axis volumes() {
        return Axis.log("tumour volume", "mm³");
    }

    /** Every animal, arm by arm, with the arm's fitted line. */
    private Figure animals() {
        List<Panel> panels = new ArrayList<>();
        for (String arm : arms) {
            Panel panel = Panel.of(days(), volumes())
                    .title(arm + ", n = " + result.study().of(arm).size());
            Style thin = style(arm).lineWidth(0.9).dash(Dash.SOLID).opacity(0.55);
            List<Point> ends = new ArrayList<>();
            for (Animal animal : result.study().of(arm)) {
                List<Point> points = animal.measurable().stream()
                        .map(reading ->
                                new Point(reading.day(), reading.volume().orElseThrow()))
                        .toList();
                if (!points.isEmpty()) {
                    panel = panel.add(new Line(points, thin));
                    animal.departure()
                            .filter(gone -> gone.reason() != DepartureReason.SCHEDULED)
                            .ifPresent(_ -> ends.add(points.getLast()));
                }
            }
            if (!ends.isEmpty()) {
                panel = panel.add(new Points(ends, style(arm).marker(Marker.CROSS)));
            }
            Optional<Line> line = line(arm);
            if (line.isPresent()) {
                panel = panel.add(line.get());
            }
            panels.add(panel);
        }
        Heading heading = heading("animals", "Tumour volume of every animal")
                .subtitle("thick dashed line: growth of the arm by the mixed model")
                .caption("Logarithmic axis, on which exponential growth is a straight line."
                        + (result.study().animals().stream()
                                        .anyMatch(a -> a.departure().isPresent())
                                ? " A cross ends animals that were removed or died."
                                : ""));
        return Plot.of(heading, panels)
                .grid(Grid.columns(Math.min(2, panels.size())).sharing(Grid.Sharing.BOTH))
                .labels(Plot.Labels.NONE)
                .size(WIDTH, 220)
                .figure();
    }

    private Optional<Line> line(String arm) {
        boolean relative = result.protocol().model().baseline() == GrowthProtocol.Baseline.RELATIVE;
        return result.model()
                .fit()
                .filter(fit -> !relative && fit.design().arms().contains(arm))
                .map(fit -> {
                    double last = result.study().of(arm).stream()
                            .flatMap(animal -> animal.measurable().stream())
                            .mapToDouble(Reading::day)
                            .max()
                            .orElse(0);
                    double first = result.study().days().getFirst();
                    return new Line(
                            List.of(at(fit, arm, first), at(fit, arm, last)),
                            style(arm).lineWidth(2.4).dash(Dash.DASHED));
                });
    }

    private static Point at(GrowthFit fit, String arm, double day) {
        return new Point(
                day, Math.exp(fit.contrast(fit.design().level(arm, day)).value()));
    }

    /** Geometric means of the animals on study. */
    private Figure means() {
        Panel panel = Panel.of(days(), volumes());
        for (String arm : arms) {
            List<Interval> means = new ArrayList<>();
            List<Point> points = new ArrayList<>();
            for (double day : result.study().days()) {
                double[] logs = result.study().of(arm).stream()
                        .flatMap(animal -> animal.measurable().stream())
                        .filter(reading -> reading.day() == day)
                        .mapToDouble(reading -> Math.log(reading.volume().orElseThrow()))
                        .toArray();
                if (logs.length > 0) {
                    double mean = Descriptive.mean(logs);
                    double margin = logs.length < 2
                            ? 0
                            : Descriptive.standardDeviation(logs)
                                    / Math.sqrt(logs.length)
                                    * Distributions.studentQuantile((1 + level) / 2, logs.length - 1);
                    points.add(new Point(day, Math.exp(mean)));
                    if (margin < 3) {
                        means.add(new Interval(day, Math.exp(mean), Math.exp(mean - margin), Math.exp(mean + margin)));
                    }
                }
            }
            panel = panel.add(new Line(points, style(arm), arm)).add(new Means(means, style(arm), arm));
        }
        Heading heading = heading("means", "Tumour volume by arm")
                .subtitle("geometric means of the animals on study, with " + percent() + " % intervals")
                .caption(
                        "Once animals are removed for size, these means are of smaller tumours than those of all animals.");
        return Plot.of(heading, panel).size(WIDTH, 320).figure();
    }

    private String percent() {
        return Prose.number(100 * level);
    }

    /** Growth rates with intervals. */
    private Optional<Figure> rates() {
        return result.model().fit().map(fit -> {
            List<Forest.Row> rows = new ArrayList<>();
            rows.add(Forest.Row.heading("growth rate"));
            fit.design().arms().forEach(arm -> rows.add(row(arm, fit.rate(arm), style(arm))));
            result.roles().control().filter(fit.design().arms()::contains).ifPresent(control -> {
                rows.add(Forest.Row.heading("difference from " + control));
                fit.design().arms().stream()
                        .filter(arm -> !arm.equals(control))
                        .forEach(arm -> rows.add(row(arm, fit.rates(List.of(arm, control), 1, -1), style(arm))));
            });
            List<Interaction> interactions = result.model().interactions().stream()
                    .filter(one -> !one.unit().isEmpty())
                    .toList();
            if (!interactions.isEmpty()) {
                rows.add(Forest.Row.heading("combination beyond what is expected"));
                interactions.forEach(one -> rows.add(row(
                        one.estimate().equals("blissInteraction") ? "Bliss" : "highest single agent",
                        one.contrast(),
                        Style.of(Palette.BLACK))));
            }
            Heading heading = heading("growth-rates", "Growth rates of log volume with " + percent() + " % intervals")
                    .caption("By the mixed model. Combination: below zero is slower than the null model expects.");
            return Forest.of(
                            heading,
                            Axis.linear("growth rate of log volume", "1/d").including(0.0),
                            rows)
                    .reference(0, "no growth")
                    .column("1/d (interval)")
                    .width(WIDTH)
                    .figure();
        });
    }

    private Forest.Row row(String label, Contrast contrast, Style style) {
        double low = contrast.low(level);
        double high = contrast.high(level);
        String text = String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", contrast.value(), low, high);
        return Forest.Row.of(label, contrast.value(), low, high, text).style(style);
    }

    /** Two lines that are parallel when growth rates add. */
    private Optional<Figure> interaction() {
        Optional<ArmRoles.Factorial> factorial = result.roles().combination();
        if (factorial.isEmpty() || result.model().interactions().isEmpty()) {
            return Optional.empty();
        }
        ArmRoles.Factorial arms = factorial.get();
        GrowthFit fit = result.model().fit().orElseThrow();
        List<String> names = List.of("without " + arms.second(), "with " + arms.second());
        Panel panel = Panel.of(
                Axis.categories("", names),
                Axis.linear("growth rate of log volume", "1/d").including(0.0));
        panel = panel.addAll(pair(fit, List.of(arms.control(), arms.second()), 0, "without " + arms.first(), -0.03));
        panel = panel.addAll(pair(fit, List.of(arms.first(), arms.both()), 1, "with " + arms.first(), 0.03));
        double expected = fit.rates(List.of(arms.first(), arms.second(), arms.control()), 1, 1, -1)
                .value();
        panel = panel.add(new Line(
                List.of(new Point(0.03, fit.rate(arms.first()).value()), new Point(1.03, expected)),
                Style.reference().dash(Dash.DASHED),
                "expected where rates add"));
        Interaction bliss = result.model().interactions().getFirst();
        Heading heading = heading("interaction", "Two agents on the growth rate")
                .subtitle("Bliss interaction "
                        + String.format(
                                Locale.ROOT,
                                "%.3f per day (%.3f to %.3f)",
                                bliss.contrast().value(),
                                bliss.contrast().low(level),
                                bliss.contrast().high(level)))
                .caption("Parallel lines: no interaction on this scale. Points with " + percent() + " % intervals.");
        return Optional.of(Plot.of(heading, panel)
                .labels(Plot.Labels.LEGEND)
                .size(560, 300)
                .figure());
    }

    private List<Layer> pair(GrowthFit fit, List<String> two, int series, String key, double shift) {
        List<Point> points = new ArrayList<>();
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Contrast rate = fit.rate(two.get(i));
            points.add(new Point(i + shift, rate.value()));
            intervals.add(new Interval(i + shift, rate.value(), rate.low(level), rate.high(level)));
        }
        return List.of(new Line(points, Style.series(series), key), new Means(intervals, Style.series(series), key));
    }

    /** Curves of Simeoni's model over the arms' geometric means. */
    private Optional<Figure> drugEffect() {
        return result.drugEffect().filter(effect -> effect.fit().isPresent()).map(effect -> {
            Panel panel = Panel.of(days(), volumes());
            List<Double> visits = result.study().days();
            double[] grid = IntStream.rangeClosed(0, CURVE_STEPS)
                    .mapToDouble(i -> visits.getFirst() + i * (visits.getLast() - visits.getFirst()) / CURVE_STEPS)
                    .toArray();
            for (DrugEffect.Arm fitted : effect.arms()) {
                String arm = fitted.name();
                double[] curve = effect.course(fitted, grid);
                List<Point> line = new ArrayList<>();
                for (int i = 0; i < grid.length; i++) {
                    line.add(new Point(grid[i], curve[i]));
                }
                List<Point> readings = result.study().of(arm).stream()
                        .flatMap(animal -> animal.measurable().stream())
                        .map(reading ->
                                new Point(reading.day(), reading.volume().orElseThrow()))
                        .toList();
                panel = panel.add(new Points(readings, style(arm).opacity(0.35)))
                        .add(new Line(line, style(arm).lineWidth(2.2), arm));
            }
            Heading heading = heading("drug-effect", "Growth under the drug, Simeoni's model")
                    .subtitle("points: readings; lines: the animal in the middle of the population")
                    .caption("The exposure is assumed from doses and half-life, not measured.");
            return Plot.of(heading, panel).size(WIDTH, 320).figure();
        });
    }

    /** Best responses of all animals, in order. */
    private Optional<Figure> waterfall() {
        List<AnimalCourse> ordered = result.courses().stream()
                .filter(course -> course.response().isPresent())
                .sorted(Comparator.comparingDouble(
                        course -> -course.response().orElseThrow().best()))
                .toList();
        if (ordered.isEmpty()) {
            return Optional.empty();
        }
        double top = 200;
        Panel panel = Panel.of(
                Axis.linear("animals, by best response", "").limits(-1, ordered.size()),
                Axis.linear("best change of volume", "%").limits(-110, top));
        for (String arm : arms) {
            List<Bars.Bar> bars = new ArrayList<>();
            for (int i = 0; i < ordered.size(); i++) {
                if (ordered.get(i).animal().arm().equals(arm)) {
                    double best = ordered.get(i).response().orElseThrow().best();
                    bars.add(new Bars.Bar(i - 0.4, i + 0.4, 0, Math.min(best, top)));
                }
            }
            panel = panel.add(new Bars(bars, style(arm), arm));
        }
        panel = panel.add(Rule.horizontal(35, "stable below 35 %")).add(Rule.horizontal(-50, "partial below -50 %"));
        Heading heading = heading("waterfall", "Best response of every animal")
                .subtitle("mRECIST for mice: smallest change from day " + (int) MouseResponse.FROM_DAY + " on")
                .caption(
                        "Bars are cut at 200 %. The category also asks for the best average response (Gao et al. 2015).");
        return Optional.of(Plot.of(heading, panel)
                .labels(Plot.Labels.LEGEND)
                .size(WIDTH, 280)
                .figure());
    }

    /** Body weights without the tumour. */
    private Optional<Figure> weights() {
        if (result.bodyWeights().isEmpty()) {
            return Optional.empty();
        }
        Panel panel = Panel.of(
                days(), Axis.linear("body weight without tumour", "% of first").including(100.0));
        for (String arm : arms) {
            List<BodyWeights> own = result.bodyWeights().stream()
                    .filter(weights -> weights.animal().arm().equals(arm))
                    .toList();
            List<Point> means = new ArrayList<>();
            for (double day : own.stream()
                    .flatMap(weights -> weights.points().stream())
                    .map(point -> point[0])
                    .distinct()
                    .sorted()
                    .toList()) {
                double[] values = own.stream()
                        .flatMap(weights -> weights.points().stream())
                        .filter(point -> point[0] == day)
                        .mapToDouble(point -> 100 + point[1])
                        .toArray();
                means.add(new Point(day, Descriptive.mean(values)));
            }
            for (BodyWeights one : own) {
                panel = panel.add(new Line(
                        one.points().stream()
                                .map(point -> new Point(point[0], 100 + point[1]))
                                .toList(),
                        style(arm).lineWidth(0.7).dash(Dash.SOLID).opacity(0.3)));
            }
            if (!means.isEmpty()) {
                panel = panel.add(new Line(means, style(arm).lineWidth(2.2), arm));
            }
        }
        double limit = 100 - result.protocol().endpoints().weightLoss();
        panel = panel.add(Rule.horizontal(limit, "limit " + Prose.number(limit) + " %"));
        Heading heading = heading("body-weight", "Body weight without the tumour")
                .subtitle("thin: animals; thick: means")
                .caption("Tumour mass from its volume at "
                        + Prose.number(result.protocol().reading().density()) + " g/cm³ is taken off.");
        return Optional.of(Plot.of(heading, panel).size(WIDTH, 280).figure());
    }
}
