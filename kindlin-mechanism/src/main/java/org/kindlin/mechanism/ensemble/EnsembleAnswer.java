package org.kindlin.mechanism.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.prior.PriorParameter;
import org.kindlin.mechanism.question.Answer;
import org.kindlin.mechanism.question.Table;
import org.kindlin.mechanism.simulate.TimeCourse;

/**
 * Bands of an ensemble as table and figure.
 *
 * @param sets where the parameter sets are from, in words
 * @param amounts species that are told as amounts
 * @param nominal the course with the parameters as they are in the model
 * @param priors what was drawn from; empty for listed sets
 * @param draws how many; 0 for listed sets
 */
public record EnsembleAnswer(
        CompiledModel model,
        String sets,
        Set<String> amounts,
        TimeCourse nominal,
        CourseBands bands,
        List<PriorParameter> priors,
        int draws,
        long seed) {
    private static final int MOST_PANELS = 12;
    private static final double[] FRACTIONS = {0.05, 0.25, 0.5, 0.75, 0.95};

    public EnsembleAnswer {
        amounts = Set.copyOf(amounts);
        priors = List.copyOf(priors);
    }

    /** The whole answer. */
    public Answer answer() {
        SymbolLabels labels = new SymbolLabels(model, amounts);
        double[][][] quantiles = quantiles();
        return new Answer(
                "ensemble",
                model.source(),
                sentences(),
                List.of(table(labels, quantiles)),
                List.of(figure(labels, quantiles)),
                priors,
                draws,
                seed);
    }

    /** By time, then observable. */
    private double[][][] quantiles() {
        double[][][] all = new double[nominal.times().length][nominal.names().size()][];
        for (int t = 0; t < all.length; t++) {
            for (int k = 0; k < all[t].length; k++) {
                all[t][k] = bands.quantiles(t, k, FRACTIONS);
            }
        }
        return all;
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        sentences.add(String.format(
                Locale.ROOT,
                "%d parameter sets, %s: %d simulated, %d failed and left out of the bands.",
                bands.simulated() + bands.failed(),
                sets,
                bands.simulated(),
                bands.failed()));
        sentences.add(
                bands.exact()
                        ? "Columns low to high are the 5, 25, 50, 75 and 95 % quantiles over the sets at each time."
                        : "Columns low to high are the 5, 25, 50, 75 and 95 % quantiles over the sets at each time, each"
                                + " within 0.05 % of its value.");
        bands.reasons().forEach(reason -> sentences.add("Failed: " + reason + "."));
        if (bands.failed() > 0) {
            sentences.add("Sets without a course are not missing at random: the bands may be too narrow.");
        }
        return sentences;
    }

    private Table table(SymbolLabels labels, double[][][] quantiles) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("time", labels.timeUnit()));
        for (String name :
                List.of("variable", "unit", "nominal", "low", "lowerQuartile", "median", "upperQuartile", "high")) {
            columns.add(new Table.Column(name, ""));
        }
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (int k = 0; k < nominal.names().size(); k++) {
            for (int t = 0; t < quantiles.length; t++) {
                List<Table.Cell> row = new ArrayList<>();
                row.add(number(nominal.times()[t]));
                row.add(new Table.Cell.Word(nominal.names().get(k)));
                row.add(new Table.Cell.Word(labels.unit(nominal.names().get(k))));
                row.add(number(nominal.values()[t][k]));
                for (double quantile : quantiles[t][k]) {
                    row.add(number(quantile));
                }
                rows.add(row);
            }
        }
        return new Table("ensemble", columns, rows);
    }

    private static Table.Cell number(double value) {
        return Double.isFinite(value) ? new Table.Cell.Amount(value) : new Table.Cell.None();
    }

    private Figure figure(SymbolLabels labels, double[][][] quantiles) {
        int shown = Math.min(MOST_PANELS, nominal.names().size());
        List<Panel> panels = new ArrayList<>();
        for (int k = 0; k < shown; k++) {
            panels.add(panel(labels, quantiles, k));
        }
        String left = shown < nominal.names().size()
                ? " The first " + shown + " of " + nominal.names().size() + " variables; the table has all."
                : "";
        Heading heading = Heading.of("ensemble", "Courses over parameter sets")
                .subtitle(model.source() + ", " + bands.simulated() + " sets " + sets)
                .caption(
                        "Bands: middle 90 % and middle half of the sets at each time; line: median; dashed: the model's own"
                                + " parameters." + left)
                .simulated(true);
        return Plot.of(heading, panels)
                .grid(Grid.columns(shown == 1 ? 1 : 2))
                .labels(Plot.Labels.NONE)
                .size(shown == 1 ? 560 : 820, shown == 1 ? 280 : 210)
                .figure();
    }

    private Panel panel(SymbolLabels labels, double[][][] quantiles, int k) {
        List<Span> wide = new ArrayList<>();
        List<Span> narrow = new ArrayList<>();
        List<Point> median = new ArrayList<>();
        List<Point> own = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        for (int t = 0; t < quantiles.length; t++) {
            double time = nominal.times()[t];
            double[] at = quantiles[t][k];
            if (Double.isFinite(at[2])) {
                wide.add(new Span(time, at[0], at[4]));
                ends.add(at[0]);
                ends.add(at[4]);
                narrow.add(new Span(time, at[1], at[3]));
                median.add(new Point(time, at[2]));
            }
            if (Double.isFinite(nominal.values()[t][k])) {
                own.add(new Point(time, nominal.values()[t][k]));
            }
        }
        String name = nominal.names().get(k);
        Style style = Style.series(0);
        Axis axis = Axis.linear(name, labels.unit(name)).including(ends.toArray(Double[]::new));
        return Panel.of(Axis.linear("time", labels.timeUnit()), axis)
                .title(name)
                .add(new Band(wide, style.opacity(0.5)))
                .add(new Band(narrow, style.opacity(0.8)))
                .add(new Line(median, style.lineWidth(2)))
                .add(new Line(own, Style.reference().dash(Dash.DASHED).lineWidth(1.2)));
    }
}
