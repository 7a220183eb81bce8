package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Band;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Forest;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Marker;
import org.kindlin.figures.Note;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Span;
import org.kindlin.figures.Steps;
import org.kindlin.figures.Style;
import org.kindlin.numerics.survival.CumulativeIncidence;
import org.kindlin.numerics.survival.SurvivalCurve;

/** Curves with their bands and the numbers at risk, the check of proportional hazards, and hazard ratios. */
final class SurvivalFigures {
    /** Curves of more steps are thinned to those that a figure can show. */
    private static final int MOST_STEPS = 1500;

    private static final double WIDTH = 640;
    private static final double HEIGHT = 320;
    private static final int RISK_COLUMNS = 6;

    private final SurvivalResult result;
    private final boolean simulated;

    private SurvivalFigures(SurvivalResult result, boolean simulated) {
        this.result = result;
        this.simulated = simulated;
    }

    static List<Figure> of(SurvivalResult result, boolean simulated) {
        if (result.arms().isEmpty()) {
            return List.of();
        }
        SurvivalFigures figures = new SurvivalFigures(result, simulated);
        List<Figure> all = new ArrayList<>();
        all.add(figures.curves());
        if (result.arms().size() > 1) {
            figures.logLog().ifPresent(all::add);
        }
        if (!result.cox().terms().isEmpty()) {
            all.add(figures.hazards());
        }
        if (!result.competing().curves().isEmpty()) {
            all.add(figures.incidence());
        }
        return all;
    }

    private Figure curves() {
        double end = result.arms().stream()
                .mapToDouble(arm -> arm.curve().time()[arm.curve().size() - 1])
                .max()
                .orElse(1);
        Axis time = time().limits(-0.02 * end, end * 1.02);
        Panel panel = Panel.of(time, Axis.linear("event-free", "").limits(0, 1.02));
        for (int a = 0; a < result.arms().size(); a++) {
            panel = panel.addAll(layers(result.arms().get(a), Style.series(a)));
            panel = panel.addAll(read(result.arms().get(a), Style.series(a)));
        }
        if (result.arms().stream().anyMatch(arm -> arm.median().isReached())) {
            panel = panel.add(Rule.horizontal(0.5, ""));
        }
        Heading heading = heading("kaplan-meier", "Kaplan-Meier curves" + by())
                .subtitle("pointwise " + Prose.number(100 * result.protocol().level()) + " % limits on the "
                        + result.protocol()
                                .interval()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                        + " scale")
                .caption((result.isReconstructed() ? "Circles: points read off the published curve. " : "")
                        + "Ticks: censored. Below: subjects at risk just before the time.")
                .simulated(simulated);
        int arms = result.arms().size();
        return Plot.of(heading, List.of(panel, atRisk(time, end)))
                .grid(Grid.columns(1).sharing(Grid.Sharing.X).rowHeights(1.0, (26 + 17.0 * arms) / HEIGHT))
                .labels(arms > 1 ? Plot.Labels.LEGEND : Plot.Labels.NONE)
                .size(WIDTH, HEIGHT)
                .figure();
    }

    private Heading heading(String name, String title) {
        return Heading.of(name, result.isReconstructed() ? title + ", " + DigitisedReport.LABEL : title);
    }

    private Axis time() {
        String unit = result.protocol().unit();
        return Axis.linear(unit.isEmpty() ? "time (unit not stated)" : "time", unit);
    }

    private String by() {
        return result.arms().size() > 1 ? " by " + result.arms().getFirst().column() : "";
    }

    private List<Layer> layers(ArmReport arm, Style style) {
        SurvivalCurve curve = arm.curve();
        List<Point> steps = new ArrayList<>(List.of(new Point(0, 1)));
        List<Span> spans = new ArrayList<>();
        List<Point> censored = new ArrayList<>();
        int stride = Math.max(1, curve.size() / MOST_STEPS);
        for (int i = 0; i < curve.size(); i++) {
            if (curve.censored()[i] > 0 && i % stride == 0) {
                censored.add(new Point(curve.time()[i], curve.survival()[i]));
            }
            if (i % stride != 0 && i < curve.size() - 1) {
                continue;
            }
            steps.add(new Point(curve.time()[i], curve.survival()[i]));
            double low = curve.lower(
                    i, result.protocol().interval(), result.protocol().level());
            double high = curve.upper(
                    i, result.protocol().interval(), result.protocol().level());
            if (!Double.isNaN(low) && !Double.isNaN(high)) {
                spans.add(new Span(curve.time()[i], low, high));
            }
        }
        String key = result.arms().size() > 1 ? arm.label() : "";
        List<Layer> layers = new ArrayList<>();
        if (spans.size() > 1) {
            layers.add(Band.steps(spans, style.opacity(result.arms().size() > 2 ? 0.35 : 0.8), key));
        }
        layers.add(new Steps(steps, style, key));
        layers.add(new Points(censored, style.marker(Marker.TICK).markerSize(8).lineWidth(1)));
        return layers;
    }

    /** The points read off a published curve. */
    private List<Layer> read(ArmReport arm, Style style) {
        List<Point> points = new ArrayList<>();
        result.study().digitised().stream()
                .filter(curve -> curve.arm().equals(arm.arm()) || curve.arm().isEmpty())
                .forEach(curve -> {
                    int stride = Math.max(1, curve.time().length / MOST_STEPS);
                    for (int i = 0; i < curve.time().length; i += stride) {
                        points.add(new Point(curve.time()[i], curve.survival()[i]));
                    }
                });
        return points.isEmpty()
                ? List.of()
                : List.of(new Points(
                        points, style.marker(Marker.CIRCLE).markerSize(3).open()));
    }

    private Panel atRisk(Axis time, double end) {
        List<String> names =
                result.arms().reversed().stream().map(ArmReport::label).toList();
        Panel panel = Panel.of(time, Axis.categories("at risk", names));
        double step = end / RISK_COLUMNS;
        double magnitude = StrictMath.pow(10, Math.floor(StrictMath.log10(step)));
        double round = List.of(1.0, 2.0, 2.5, 5.0, 10.0).stream()
                .map(factor -> factor * magnitude)
                .filter(size -> size >= step)
                .findFirst()
                .orElse(step);
        List<Layer> notes = new ArrayList<>();
        for (int row = 0; row < names.size(); row++) {
            ArmReport arm = result.arms().get(names.size() - 1 - row);
            for (double t = 0; t <= end; t += round) {
                notes.add(Note.at(t, row, Integer.toString(atRisk(arm, t))));
            }
        }
        return panel.addAll(notes);
    }

    private int atRisk(ArmReport arm, double t) {
        return (int) result.study().rows().stream()
                .filter(row -> row.arm().equals(arm.arm()) || row.arm().isEmpty())
                .filter(row -> row.time() >= t && (row.start() < t || row.start() == 0))
                .count();
    }

    /** Log cumulative hazards against log time: parallel where hazards are proportional. */
    private Optional<Figure> logLog() {
        Panel panel =
                Panel.of(Axis.log(time().label(), result.protocol().unit()), Axis.linear("log(-log(event-free))", ""));
        int drawn = 0;
        for (int a = 0; a < result.arms().size(); a++) {
            SurvivalCurve curve = result.arms().get(a).curve();
            int stride = Math.max(1, curve.size() / MOST_STEPS);
            List<Point> points = IntStream.range(0, curve.size())
                    .filter(i -> i % stride == 0 && curve.time()[i] > 0)
                    .filter(i -> curve.survival()[i] > 0 && curve.survival()[i] < 1)
                    .mapToObj(i -> new Point(curve.time()[i], StrictMath.log(-StrictMath.log(curve.survival()[i]))))
                    .toList();
            if (points.size() > 1) {
                panel = panel.add(
                        new Steps(points, Style.series(a), result.arms().get(a).label()));
                drawn++;
            }
        }
        if (drawn < 2) {
            return Optional.empty();
        }
        Heading heading = heading("log-log", "Proportional hazards?")
                .subtitle("curves are parallel where the hazard ratio does not change with time")
                .simulated(simulated);
        return Optional.of(Plot.of(heading, panel)
                .labels(Plot.Labels.LEGEND)
                .size(WIDTH, HEIGHT)
                .figure());
    }

    /** One panel for each cause, one line for each arm. */
    private Figure incidence() {
        List<Panel> panels = new ArrayList<>();
        for (int c = 0; c < result.competing().causes().size(); c++) {
            Panel panel = Panel.of(
                            time(), Axis.linear("cumulative incidence", "").limits(0, 1.02))
                    .title("cause " + result.competing().causes().get(c));
            List<CumulativeIncidence> curves = result.competing().curves().get(c);
            for (int a = 0; a < curves.size(); a++) {
                CumulativeIncidence curve = curves.get(a);
                int stride = Math.max(1, curve.time().length / MOST_STEPS);
                List<Point> steps = new ArrayList<>(List.of(new Point(0, 0)));
                IntStream.range(0, curve.time().length)
                        .filter(i -> i % stride == 0)
                        .forEach(i -> steps.add(new Point(curve.time()[i], curve.incidence()[i])));
                panel = panel.add(
                        new Steps(steps, Style.series(a), result.arms().get(a).label()));
            }
            panels.add(panel);
        }
        Heading heading = heading("cumulative-incidence", "Cumulative incidence by cause")
                .subtitle("Aalen-Johansen: other causes may come first")
                .simulated(simulated);
        int columns = Math.min(2, panels.size());
        return Plot.of(heading, panels)
                .grid(Grid.columns(columns).sharing(Grid.Sharing.BOTH))
                .labels(Plot.Labels.LEGEND)
                .size(WIDTH, 260)
                .figure();
    }

    private Figure hazards() {
        List<Forest.Row> rows =
                result.cox().terms().stream().map(SurvivalFigures::row).toList();
        Heading heading = heading("hazard-ratios", "Hazard ratios")
                .subtitle("Cox model, " + Prose.number(100 * result.protocol().level()) + " % intervals")
                .caption("Left of 1: fewer events in each unit of time.")
                .simulated(simulated);
        return Forest.of(heading, Axis.log("hazard ratio", ""), rows)
                .reference(1, "no difference")
                .column("ratio (interval)")
                .width(WIDTH)
                .figure();
    }

    private static Forest.Row row(CoxReport.Term term) {
        Estimate log = term.logHazardRatio();
        Double value = log.value();
        if (value == null) {
            return Forest.Row.undetermined(term.label(), "no finite estimate");
        }
        Double low = log.low();
        Double high = log.high();
        double from = low == null ? 0 : StrictMath.exp(low);
        double to = high == null ? Double.POSITIVE_INFINITY : StrictMath.exp(high);
        return Forest.Row.of(
                term.label(),
                StrictMath.exp(value),
                from,
                to,
                Prose.number(StrictMath.exp(value)) + " (" + Prose.number(from) + " to " + Prose.number(to) + ")");
    }
}
