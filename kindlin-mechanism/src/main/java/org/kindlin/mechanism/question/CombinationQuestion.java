package org.kindlin.mechanism.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Band;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Line;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Span;
import org.kindlin.figures.Style;
import org.kindlin.mechanism.library.ModelLibrary;

/**
 * Defactinib and avutometinib, alone and together, over one cycle of four weeks with doses on three of them.
 *
 * @param defactinib mg twice daily
 * @param avutometinib mg twice weekly
 */
public record CombinationQuestion(double defactinib, double avutometinib, int draws, long seed) {
    private static final String MODEL = "defactinib-whole";
    private static final double CYCLE = 672;
    private static final double ON = 504;
    private static final int STEPS = 224;
    private static final List<String> SEEN = List.of(
            "cell__pY397",
            "cell__pY397Usual",
            "erk",
            "akt",
            "complexes",
            "fa__speed",
            "fa__speedControl",
            "tumour__volume");
    private static final List<String> ARMS = List.of("untreated", "defactinib", "avutometinib", "both");

    /** One arm: percent of the untreated cell over time, and the tumour's volume in mm³. */
    private record Course(double[] pFak, double[] erk, double[] akt, double[] speed, double[] volume) {}

    public Answer answer() {
        Experiment experiment = Experiment.of(MODEL, ModelLibrary.model(MODEL));
        List<Map<String, Double>> sets = experiment.draws(draws, seed, false);
        List<Arm> arms = new ArrayList<>();
        for (String name : ARMS) {
            Map<String, Double> doses = Map.of(
                    "dose", name.equals("defactinib") || name.equals("both") ? defactinib : 0,
                    "avuDose", name.equals("avutometinib") || name.equals("both") ? avutometinib : 0);
            arms.add(new Arm(
                    name,
                    course(experiment, doses),
                    sets.parallelStream()
                            .map(set -> course(experiment, Experiment.over(set, doses)))
                            .toList()));
        }
        return new Answer(
                "combination",
                MODEL,
                sentences(arms),
                List.of(table(arms)),
                List.of(figure(arms)),
                experiment.priors().uncertain(),
                draws,
                seed);
    }

    private record Arm(String name, Course nominal, List<Course> drawn) {
        Spread of(ToDoubleFunction<Course> part) {
            return Spread.of(
                    part.applyAsDouble(nominal),
                    drawn.stream().mapToDouble(part).toArray());
        }
    }

    private static Course course(Experiment experiment, Map<String, Double> changes) {
        double[][] rows = experiment.run(changes, CYCLE, STEPS, SEEN).values();
        return new Course(
                column(rows, row -> 100 * row[0] / row[1]),
                column(rows, row -> 100 * row[2]),
                column(rows, row -> 100 * row[3]),
                column(rows, row -> 100 * row[5] / row[6]),
                column(rows, row -> row[7]));
    }

    private static double[] column(double[][] rows, ToDoubleFunction<double[]> part) {
        return Arrays.stream(rows).mapToDouble(part).toArray();
    }

    /** Mean over the three weeks with doses. */
    private static double treated(double... values) {
        int last = (int) Math.round(ON / CYCLE * STEPS);
        return IntStream.rangeClosed(0, last)
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    private static double last(double... values) {
        return values[values.length - 1];
    }

    private static Table table(List<Arm> arms) {
        List<Table.Column> columns = List.of(
                Table.column("arm", ""),
                Table.column("quantity", ""),
                Table.column("nominal", ""),
                Table.column("low", ""),
                Table.column("median", ""),
                Table.column("high", ""));
        List<List<Table.Cell>> rows = new ArrayList<>();
        Arm control = arms.getFirst();
        for (Arm arm : arms) {
            rows.add(row(arm, "pFAK, % of untreated, mean of days 1 to 21", arm.of(one -> treated(one.pFak()))));
            rows.add(row(arm, "ppERK, % of untreated, mean of days 1 to 21", arm.of(one -> treated(one.erk()))));
            rows.add(row(arm, "pAkt, % of untreated, mean of days 1 to 21", arm.of(one -> treated(one.akt()))));
            rows.add(row(arm, "speed, % of untreated, mean of days 1 to 21", arm.of(one -> treated(one.speed()))));
            rows.add(row(arm, "tumour growth inhibition on day 28, %", inhibition(arm, control)));
        }
        return new Table("combination", columns, rows);
    }

    private static Spread inhibition(Arm arm, Arm control) {
        double[] drawn = IntStream.range(0, arm.drawn().size())
                .mapToDouble(i -> tgi(arm.drawn().get(i), control.drawn().get(i)))
                .toArray();
        return Spread.of(tgi(arm.nominal(), control.nominal()), drawn);
    }

    /** 100 (1 - ΔT/ΔC). */
    private static double tgi(Course arm, Course control) {
        double grown = last(control.volume()) - control.volume()[0];
        return 100 * (1 - (last(arm.volume()) - arm.volume()[0]) / grown);
    }

    private static List<Table.Cell> row(Arm arm, String what, Spread spread) {
        return List.of(
                Table.word(arm.name()),
                Table.word(what),
                Table.number(spread.nominal()),
                Table.number(spread.low()),
                Table.number(spread.median()),
                Table.number(spread.high()));
    }

    private List<String> sentences(List<Arm> arms) {
        List<String> sentences = new ArrayList<>();
        Arm control = arms.getFirst();
        double[] effects = new double[ARMS.size()];
        for (int i = 1; i < arms.size(); i++) {
            Arm arm = arms.get(i);
            Spread spread = inhibition(arm, control);
            effects[i] = spread.nominal();
            sentences.add(String.format(
                    Locale.ROOT,
                    "%s: pFAK at %.0f %%, ppERK at %.0f %% of untreated over days 1 to 21; tumour growth inhibition on day 28"
                            + " %.0f %% (middle 90 %% of draws %.0f to %.0f %%).",
                    arm.name(),
                    treated(arm.nominal().pFak()),
                    treated(arm.nominal().erk()),
                    spread.nominal(),
                    spread.low(),
                    spread.high()));
        }
        double expected = effects[1] + effects[2] - effects[1] * effects[2] / 100;
        sentences.add(String.format(
                Locale.ROOT,
                "Bliss independence of the two alone would be %.0f %%: whether that is synergy depends on the null model and on"
                        + " assumed weights of growth. What the model does say: avutometinib alone raises pFAK, and defactinib"
                        + " takes that away.",
                expected));
        return sentences;
    }

    private Figure figure(List<Arm> arms) {
        Heading heading = Heading.of("combination", "Defactinib and avutometinib over one cycle")
                .subtitle(String.format(
                        Locale.ROOT,
                        "%.0f mg twice daily and %.1f mg twice weekly, three weeks of four",
                        defactinib,
                        avutometinib))
                .caption("Lines: nominal values; band: middle 90 % of " + draws
                        + " draws from the priors, of both together. Exposure, potency in cells and the weights of growth are"
                        + " assumptions.")
                .simulated(true);
        return Plot.of(
                        heading,
                        panel("pFAK (Y397)", "%", arms, Course::pFak, true),
                        panel("ppERK", "%", arms, Course::erk, true),
                        panel("cell speed", "%", arms, Course::speed, true),
                        panel("tumour volume", "mm³", arms, Course::volume, false))
                .grid(Grid.columns(2).letters())
                .labels(Plot.Labels.LEGEND)
                .size(860, 230)
                .figure();
    }

    /** The top of the band, so that no part of it is cut off. */
    private double highest(List<Arm> arms, Function<Course, double[]> part) {
        Arm both = arms.getLast();
        return IntStream.rangeClosed(0, STEPS)
                .mapToDouble(i -> both.of(course -> part.apply(course)[i]).high())
                .max()
                .orElseThrow();
    }

    private Panel panel(String title, String unit, List<Arm> arms, Function<Course, double[]> part, boolean percent) {
        Axis values = Axis.linear(percent ? "of untreated" : "volume", unit).including(0.0, highest(arms, part));
        Panel panel = Panel.of(Axis.linear("time", "d").limits(0, 28), values).title(title);
        for (int k = 0; k < arms.size(); k++) {
            Arm arm = arms.get(k);
            Style style = Style.series(k);
            List<Point> points = new ArrayList<>();
            List<Span> spans = new ArrayList<>();
            for (int i = 0; i <= STEPS; i++) {
                int at = i;
                Spread spread = arm.of(course -> part.apply(course)[at]);
                points.add(new Point(CYCLE * i / STEPS / 24, spread.nominal()));
                spans.add(new Span(CYCLE * i / STEPS / 24, spread.low(), spread.high()));
            }
            if (draws > 0 && arm.name().equals("both")) {
                panel = panel.add(new Band(spans, style.opacity(0.6)));
            }
            panel = panel.add(new Line(points, style.lineWidth(1.5).dash(Dash.SOLID), arm.name()));
        }
        return panel;
    }
}
