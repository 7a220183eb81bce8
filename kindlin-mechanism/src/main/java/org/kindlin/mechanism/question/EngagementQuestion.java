package org.kindlin.mechanism.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Band;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Line;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Span;
import org.kindlin.figures.Style;
import org.kindlin.mechanism.library.ModelLibrary;
import org.kindlin.mechanism.simulate.TimeCourse;

/**
 * How much of FAK's phosphorylation is gone over a dosing interval at steady state, by dose.
 *
 * @param doses in mg, twice daily
 * @param draws from the priors
 * @param subjects whether people differ from each other within a draw
 */
public record EngagementQuestion(List<Double> doses, int draws, long seed, boolean subjects) {
    /** Highest dose, mg, up to which exposure rose with dose (Jones 2015; {@code doseFlat} of the model). */
    private static final double HIGHEST_PROPORTIONAL = 425;

    private static final String MODEL = "defactinib-engagement";
    private static final double INTERVAL = 12;
    private static final int INTERVALS = 20;
    private static final int STEPS = 48;

    /** One steady-state interval: inhibition over it, and exposure. */
    private record Interval(
            double[] inhibition,
            double average,
            double withBypass,
            double atAverage,
            double highest,
            double lowest,
            double cAverage,
            double freeAverage) {}

    public EngagementQuestion {
        doses = doses.stream().distinct().toList();
    }

    public Answer answer() {
        Experiment experiment = Experiment.of(MODEL, ModelLibrary.model(MODEL));
        List<Map<String, Double>> sets = experiment.draws(draws, seed, subjects);
        List<Series> all = new ArrayList<>();
        for (double dose : doses) {
            Interval nominal = interval(experiment, Map.of(), dose);
            List<Interval> drawn = sets.parallelStream()
                    .map(set -> interval(experiment, set, dose))
                    .toList();
            all.add(new Series(dose, nominal, drawn));
        }
        return new Answer(
                "engagement",
                MODEL,
                sentences(all),
                List.of(table(all)),
                List.of(figure(all)),
                experiment.priors().uncertain(),
                draws,
                seed);
    }

    private record Series(double dose, Interval nominal, List<Interval> drawn) {
        Spread of(ToDoubleFunction<Interval> part) {
            return Spread.of(
                    part.applyAsDouble(nominal),
                    drawn.stream().mapToDouble(part).toArray());
        }
    }

    /** The last of twenty intervals: with half-lives up to 20 h, 12 half-lives and more from the start. */
    private static Interval interval(Experiment experiment, Map<String, Double> set, double dose) {
        Map<String, Double> changes = Experiment.over(set, Map.of("dose", dose));
        TimeCourse course = experiment.run(
                changes,
                INTERVALS * INTERVAL,
                INTERVALS * STEPS,
                List.of("inhibition", "inhibitionWithBypass", "pk__pk__cTotal", "cFree", "ec50", "hill"));
        // the last row stands after the next dose has been taken, which changes the gut only
        double[][] rows = IntStream.rangeClosed((INTERVALS - 1) * STEPS, INTERVALS * STEPS)
                .mapToObj(i -> course.values()[i])
                .toArray(double[][]::new);
        double free = mean(rows, 3);
        double hill = rows[0][5];
        double power = StrictMath.pow(free, hill);
        return new Interval(
                column(rows, 0),
                mean(rows, 0),
                mean(rows, 1),
                100 * power / (power + StrictMath.pow(rows[0][4], hill)),
                IntStream.range(0, rows.length)
                        .mapToDouble(i -> rows[i][2])
                        .max()
                        .orElseThrow(),
                IntStream.range(0, rows.length)
                        .mapToDouble(i -> rows[i][2])
                        .min()
                        .orElseThrow(),
                mean(rows, 2),
                free);
    }

    private static double[] column(double[][] rows, int index) {
        return Arrays.stream(rows).mapToDouble(row -> row[index]).toArray();
    }

    /** Simpson's rule over the interval. */
    private static double mean(double[][] rows, int index) {
        double sum = rows[0][index] + rows[STEPS][index];
        for (int i = 1; i < STEPS; i++) {
            sum += (i % 2 == 1 ? 4 : 2) * rows[i][index];
        }
        return sum / (3 * STEPS);
    }

    private static Table table(List<Series> all) {
        List<Table.Column> columns = List.of(
                Table.column("dose", "mg BID"),
                Table.column("quantity", ""),
                Table.column("nominal", ""),
                Table.column("low", ""),
                Table.column("median", ""),
                Table.column("high", ""));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Series series : all) {
            rows.add(row(series, "pFAK inhibition at Cavg, %", series.of(Interval::atAverage)));
            rows.add(row(series, "pFAK inhibition, mean over the interval, %", series.of(Interval::average)));
            rows.add(row(series, "pFAK inhibition, lowest, %", series.of(one -> min(one.inhibition()))));
            rows.add(row(series, "pFAK inhibition, highest, %", series.of(one -> max(one.inhibition()))));
            rows.add(row(series, "mean with the RTK bypass, %", series.of(Interval::withBypass)));
            rows.add(row(series, "Cmax, ng/mL", series.of(Interval::highest)));
            rows.add(row(series, "Cmin, ng/mL", series.of(Interval::lowest)));
            rows.add(row(series, "Cavg, ng/mL", series.of(Interval::cAverage)));
            rows.add(row(series, "Cavg unbound, nM", series.of(Interval::freeAverage)));
        }
        return new Table("engagement", columns, rows);
    }

    private static List<Table.Cell> row(Series series, String what, Spread spread) {
        return List.of(
                Table.number(series.dose()),
                Table.word(what),
                Table.number(spread.nominal()),
                Table.number(spread.low()),
                Table.number(spread.median()),
                Table.number(spread.high()));
    }

    private static double min(double... values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double max(double... values) {
        return Arrays.stream(values).max().orElseThrow();
    }

    private List<String> sentences(List<Series> all) {
        List<String> sentences = new ArrayList<>();
        for (Series series : all) {
            Spread average = series.of(Interval::average);
            sentences.add(String.format(
                    Locale.ROOT,
                    "%.0f mg twice daily: %.1f %% of pFAK inhibited at Cavg and %.1f %% averaged over the interval at the"
                            + " nominal values; 90 %% of draws from the priors lie between %.0f and %.0f %%.",
                    series.dose(),
                    series.nominal().atAverage(),
                    average.nominal(),
                    average.low(),
                    average.high()));
        }
        if (all.stream().anyMatch(series -> series.dose() > HIGHEST_PROPORTIONAL)) {
            sentences.add(
                    "Above 425 mg less is absorbed of each dose, so more drug may mean less exposure: that it was lower at 500"
                            + " and 750 mg than at 300 and 425 mg is a source's, how steeply it falls is an assumption.");
        }
        sentences.add(
                "Clearance, volume and protein binding are assumptions, and the cell EC50 of 26 nM is a guide's: the band"
                        + " shows what they leave open, and agreement with a trial would validate none of them.");
        return sentences;
    }

    private Figure figure(List<Series> all) {
        List<Layer> layers = new ArrayList<>();
        List<Layer> lines = new ArrayList<>();
        for (int k = 0; k < all.size(); k++) {
            Series series = all.get(k);
            String key = String.format(Locale.ROOT, "%.0f mg BID", series.dose());
            List<Span> spans = new ArrayList<>();
            List<Point> points = new ArrayList<>();
            for (int i = 0; i <= STEPS; i++) {
                int at = i;
                Spread spread = series.of(one -> one.inhibition()[at]);
                spans.add(new Span(INTERVAL * i / STEPS, spread.low(), spread.high()));
                points.add(new Point(INTERVAL * i / STEPS, spread.nominal()));
            }
            Style style = Style.series(k);
            if (draws > 0) {
                layers.add(new Band(spans, style.opacity(0.8)));
            }
            lines.add(new Line(points, style.lineWidth(2.2), key));
        }
        layers.addAll(lines);
        layers.add(Rule.horizontal(75, "75 %, a guide's figure for a window study at 400 mg BID"));
        Panel panel = Panel.of(
                        Axis.linear("time since dose", "h").limits(0, INTERVAL),
                        Axis.linear("pFAK inhibition", "%").limits(0, 100))
                .addAll(layers);
        Heading heading = Heading.of("engagement", "FAK inhibition over a dosing interval")
                .subtitle("defactinib at steady state, unbound drug against a cell EC₅₀ of 26 nM")
                .caption("Lines: nominal values; bands: middle 90 % of " + draws
                        + " draws from the priors of exposure, binding and potency, all of them assumptions or a guide's."
                        + " Receptor bypass of Y397 is not subtracted.")
                .simulated(true);
        return Plot.of(heading, panel).size(640, 320).figure();
    }
}
