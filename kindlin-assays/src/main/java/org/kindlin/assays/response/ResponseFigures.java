package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.figures.Area;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Bars;
import org.kindlin.figures.Colour;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Forest;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Line;
import org.kindlin.figures.Marker;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Style;

/** Rates as a forest; patients as waterfall, spider and swimmer plots. */
final class ResponseFigures {
    private static final double WIDTH = 640;
    private static final int MOST_SWIMMERS = 60;
    private static final int MOST_NAMES = 30;
    private static final Map<Best, Colour> COLOURS = Map.of(
            Best.COMPLETE, Palette.GREEN,
            Best.PARTIAL, Palette.BLUE,
            Best.STABLE, Palette.ORANGE,
            Best.NEITHER, Palette.SKY,
            Best.PROGRESSIVE, Palette.VERMILLION,
            Best.NOT_EVALUABLE, Colour.MUTED);

    private final ResponseResult result;
    private final boolean simulated;

    private ResponseFigures(ResponseResult result, boolean simulated) {
        this.result = result;
        this.simulated = simulated;
    }

    static List<Figure> of(ResponseResult result, boolean simulated) {
        ResponseFigures figures = new ResponseFigures(result, simulated);
        List<Figure> all = new ArrayList<>();
        if (!result.arms().isEmpty()) {
            all.add(figures.forest());
        }
        TrialFigure.medians(result, simulated).ifPresent(all::add);
        if (result.study().patients().stream()
                .anyMatch(patient -> patient.bestChange().isPresent())) {
            all.add(figures.waterfall());
        }
        if (result.study().patients().stream()
                .anyMatch(patient -> patient.visits().stream().anyMatch(visit -> !Double.isNaN(visit.change())))) {
            all.add(figures.spider());
        }
        if (result.study().patients().stream()
                .anyMatch(patient -> patient.progressionFree().isPresent())) {
            all.add(figures.swimmer());
        }
        return all;
    }

    private Heading heading(String name, String title) {
        return Heading.of(name, title).simulated(simulated);
    }

    private static Style style(Best best) {
        return Style.of(COLOURS.getOrDefault(best, Colour.MUTED));
    }

    private Figure forest() {
        List<Forest.Row> rows = result.arms().stream()
                .map(arm -> {
                    Estimate orr = arm.orr();
                    double value = number(orr.value());
                    return Forest.Row.of(
                            arm.name() + compound(arm.name()) + ", "
                                    + arm.count().responders() + " of "
                                    + arm.count().n(),
                            value,
                            Math.max(0, number(orr.low())),
                            Math.min(100, number(orr.high())),
                            String.format(
                                    Locale.ROOT, "%.1f (%.1f to %.1f)", value, number(orr.low()), number(orr.high())));
                })
                .toList();
        return Forest.of(
                        heading("response-rates", "Objective response rates")
                                .subtitle(Prose.number(100 * result.protocol().level()) + " % intervals, "
                                        + result.protocol()
                                                .interval()
                                                .name()
                                                .toLowerCase(Locale.ROOT)
                                                .replace('_', '-'))
                                .caption("Patients who were not evaluable count in the denominator."),
                        Axis.linear("response rate", "%").limits(0, 100),
                        rows)
                .column("% (interval)")
                .width(WIDTH)
                .figure();
    }

    private String compound(String name) {
        return new TrialReport(result.study(), result.protocol())
                .of(name)
                .map(ReportedTrial::compound)
                .filter(compound -> !compound.isEmpty())
                .map(compound -> " (" + compound + ")")
                .orElse("");
    }

    private static double number(@org.jspecify.annotations.Nullable Double fraction) {
        return fraction == null ? Double.NaN : 100 * fraction;
    }

    private Figure waterfall() {
        List<Patient> ordered = result.study().patients().stream()
                .filter(patient -> patient.bestChange().isPresent())
                .sorted(Comparator.comparingDouble(
                        (Patient patient) -> -patient.bestChange().orElse(0)))
                .toList();
        Panel panel = Panel.of(
                Axis.categories(
                        "patients",
                        ordered.stream()
                                .map(patient -> ordered.size() > MOST_NAMES ? "" : patient.id())
                                .toList()),
                Axis.linear("best change of sum of diameters", "%").including(-100.0, 20.0));
        for (Best best : Best.values()) {
            List<Bars.Bar> bars = new ArrayList<>();
            for (int i = 0; i < ordered.size(); i++) {
                if (ordered.get(i).best() == best) {
                    bars.add(new Bars.Bar(
                            i - 0.4, i + 0.4, 0, ordered.get(i).bestChange().orElse(0)));
                }
            }
            panel = bars.isEmpty() ? panel : panel.add(new Bars(bars, style(best), best.code()));
        }
        panel = panel.add(Rule.horizontal(-30, "-30 %")).add(Rule.horizontal(20, "+20 %"));
        int without = result.study().patients().size() - ordered.size();
        return Plot.of(
                        heading("waterfall", "Best change of tumour size")
                                .subtitle("one bar for each patient, coloured by best overall response")
                                .caption(
                                        without == 0
                                                ? ""
                                                : without + " patients without a measured change are not drawn."),
                        panel)
                .labels(Plot.Labels.LEGEND)
                .size(WIDTH, 300)
                .figure();
    }

    private Figure spider() {
        Panel panel = Panel.of(
                Axis.linear("time", "d"),
                Axis.linear("change of sum of diameters", "%").including(-100.0, 20.0));
        for (Best best : Best.values()) {
            for (Patient patient : result.study().patients()) {
                List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
                patient.visits().stream()
                        .filter(visit -> !Double.isNaN(visit.change()))
                        .forEach(visit -> points.add(new Point(visit.day(), visit.change())));
                if (patient.best() == best && points.size() > 1) {
                    Style thin = style(best).lineWidth(1.2).opacity(0.8);
                    panel = panel.add(new Line(points, thin, best.code()));
                }
            }
        }
        panel = panel.add(Rule.horizontal(-30, "")).add(Rule.horizontal(0, ""));
        return Plot.of(
                        heading("spider", "Tumour size over time")
                                .subtitle("one line for each patient, coloured by best overall response"),
                        panel)
                .labels(Plot.Labels.LEGEND)
                .size(WIDTH, 300)
                .figure();
    }

    private Figure swimmer() {
        List<Patient> ordered = result.study().patients().stream()
                .filter(patient -> patient.progressionFree().isPresent())
                .sorted(Comparator.comparingDouble((Patient patient) ->
                        patient.progressionFree().map(Span::time).orElse(0.0)))
                .toList();
        List<Patient> shown = ordered.subList(Math.max(0, ordered.size() - MOST_SWIMMERS), ordered.size());
        boolean lesions = shown.stream().anyMatch(patient -> !patient.visits().isEmpty());
        String unit = lesions ? "d" : result.protocol().unit();
        Panel panel = Panel.of(
                Axis.linear("progression-free", unit).including(0.0),
                Axis.categories("", shown.stream().map(Patient::id).toList()));
        List<Point> events = new ArrayList<>();
        List<Point> ongoing = new ArrayList<>();
        List<Point> responses = new ArrayList<>();
        for (Best best : Best.values()) {
            for (int i = 0; i < shown.size(); i++) {
                if (shown.get(i).best() == best) {
                    double end = shown.get(i).progressionFree().map(Span::time).orElse(0.0);
                    panel = panel.add(Area.rectangle(
                            0,
                            Math.max(end, 1e-9),
                            i - 0.32,
                            i + 0.32,
                            style(best).opacity(0.55)));
                }
            }
        }
        for (int i = 0; i < shown.size(); i++) {
            Span span = shown.get(i).progressionFree().orElseThrow();
            (span.isEvent() ? events : ongoing).add(new Point(span.time(), i));
            int row = i;
            shown.get(i).visits().stream()
                    .filter(visit -> visit.overall().isResponse())
                    .findFirst()
                    .ifPresent(visit -> responses.add(new Point(visit.day(), row)));
        }
        panel = panel.add(new Points(events, Style.of(Colour.BLACK).marker(Marker.CROSS), "progression or death"))
                .add(new Points(ongoing, Style.of(Colour.BLACK).marker(Marker.ARROW_RIGHT), "censored"));
        panel = responses.isEmpty()
                ? panel
                : panel.add(new Points(
                        responses,
                        Style.of(Colour.BLACK).marker(Marker.TRIANGLE).open(),
                        "first response"));
        return Plot.of(
                        heading("swimmer", "Course of each patient")
                                .subtitle(ordered.size() > shown.size() ? "the " + shown.size() + " longest" : "")
                                .caption(
                                        "Bars are coloured by best response: green CR, blue PR, orange SD, red PD, grey NE."),
                        panel)
                .labels(Plot.Labels.LEGEND)
                .size(WIDTH, Math.max(120, 16.0 * shown.size() + 30))
                .figure();
    }
}
