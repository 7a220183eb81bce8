package org.kindlin.mechanism.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Band;
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
 * What a second target adds: downstream signalling left over dose for a dual inhibitor, one that spares Pyk2, and one whose
 * Pyk2 potency is the upper end of the reported range.
 *
 * @param pyk2 abundance of Pyk2 in nM: 0 in many epithelial tumours, about 100 in macrophages
 * @param hours of exposure
 */
public record DualQuestion(double pyk2, double hours, int draws, long seed) {
    private static final String MODEL = "fak-pyk2";
    private static final double SPARED = 100;
    private static final double REPORTED_HIGH = 423.4;
    private static final double[] DOSES = {1, 3, 10, 30, 100, 300, 1000, 3000, 10000};
    private static final List<String> SEEN = List.of("srcComplex", "pY397", "pY402", "pAkt", "ppErk");
    private static final List<String> SHOWN =
            List.of("FAK/Src and Pyk2/Src complexes", "pFAK (Y397)", "pPyk2 (Y402)", "pAkt (S473)", "ppERK");

    /** A kind of inhibitor: its Ki on Pyk2, as a number of nM or as a multiple of that on FAK. */
    private record Compound(String name, double multiple, double nanomolar) {
        Map<String, Double> over(Map<String, Double> draw, double nominalFak) {
            double fak = draw.getOrDefault("kiFak", nominalFak);
            return Experiment.over(draw, Map.of("kiPyk2", nanomolar > 0 ? nanomolar : multiple * fak));
        }
    }

    private static final List<Compound> COMPOUNDS = List.of(
            new Compound("dual", 1, 0),
            new Compound("Pyk2 at 423 nM", 0, REPORTED_HIGH),
            new Compound("FAK only (Pyk2 100 x)", SPARED, 0));

    public Answer answer() {
        Experiment experiment = Experiment.of(MODEL, ModelLibrary.model(MODEL));
        List<Map<String, Double>> sets = experiment.draws(draws, seed, false);
        Map<String, List<Spread[]>> all = new LinkedHashMap<>();
        for (Compound compound : COMPOUNDS) {
            double[][] nominal = residual(experiment, Map.of(), compound);
            List<double[][]> drawn = sets.parallelStream()
                    .map(set -> residual(experiment, set, compound))
                    .toList();
            all.put(compound.name(), spreads(nominal, drawn));
        }
        return new Answer(
                "dual",
                MODEL,
                sentences(all),
                List.of(table(all)),
                List.of(figure(all)),
                experiment.priors().uncertain(),
                draws,
                seed);
    }

    /** By dose, then by what is seen: percent of the untreated cell; NaN where the untreated cell has none. */
    private double[][] residual(Experiment experiment, Map<String, Double> draw, Compound compound) {
        double[][] rows = new double[DOSES.length][];
        Map<String, Double> set = Experiment.over(compound.over(draw, 0.6), Map.of("pyk2Usual", pyk2));
        for (int i = 0; i < DOSES.length; i++) {
            double[][] course = experiment
                    .run(Experiment.over(set, Map.of("drug", DOSES[i])), hours, 1, SEEN)
                    .values();
            rows[i] = IntStream.range(0, SEEN.size())
                    .mapToDouble(k -> course[0][k] > 1e-12 ? 100 * course[1][k] / course[0][k] : Double.NaN)
                    .toArray();
        }
        return rows;
    }

    private static List<Spread[]> spreads(double[][] nominal, List<double[][]> drawn) {
        List<Spread[]> byDose = new ArrayList<>();
        for (int i = 0; i < DOSES.length; i++) {
            Spread[] spreads = new Spread[SEEN.size()];
            for (int k = 0; k < spreads.length; k++) {
                int dose = i;
                int seen = k;
                spreads[k] = Spread.of(
                        nominal[i][k],
                        drawn.stream().mapToDouble(rows -> rows[dose][seen]).toArray());
            }
            byDose.add(spreads);
        }
        return byDose;
    }

    private static Table table(Map<String, List<Spread[]>> all) {
        List<Table.Column> columns = List.of(
                Table.column("inhibitor", ""),
                Table.column("unbound", "nM"),
                Table.column("left", "% of untreated"),
                Table.column("nominal", ""),
                Table.column("low", ""),
                Table.column("median", ""),
                Table.column("high", ""));
        List<List<Table.Cell>> rows = new ArrayList<>();
        all.forEach((name, byDose) -> {
            for (int i = 0; i < DOSES.length; i++) {
                for (int k = 0; k < SEEN.size(); k++) {
                    Spread spread = byDose.get(i)[k];
                    rows.add(List.of(
                            Table.word(name),
                            Table.number(DOSES[i]),
                            Table.word(SHOWN.get(k)),
                            Table.number(spread.nominal()),
                            Table.number(spread.low()),
                            Table.number(spread.median()),
                            Table.number(spread.high())));
                }
            }
        });
        return new Table("dual", columns, rows);
    }

    private List<String> sentences(Map<String, List<Spread[]>> all) {
        List<String> sentences = new ArrayList<>();
        int at = 4;
        all.forEach((name, byDose) -> {
            Spread left = byDose.get(at)[0];
            sentences.add(String.format(
                    Locale.ROOT,
                    "%s, %.0f nM unbound for %.0f h: %.0f %% of the Src complexes are left at the nominal values (middle 90 %%"
                            + " of draws %.0f to %.0f %%).",
                    name,
                    DOSES[at],
                    hours,
                    left.nominal(),
                    left.low(),
                    left.high()));
        });
        sentences.add(String.format(
                Locale.ROOT,
                "With %.0f nM of Pyk2 in the cell. How much Pyk2 there is decides the answer: without it (--pyk2 0) all three are"
                        + " one. The cell shift of Pyk2 is taken to be that of FAK, and both compensations are assumptions.",
                pyk2));
        return sentences;
    }

    private Figure figure(Map<String, List<Spread[]>> all) {
        Panel complexes = panel("complexes of FAK and Pyk2 with Src", 0, all);
        Panel compensation = panel("pPyk2 (Y402)", 2, all);
        Panel akt = panel("pAkt (S473)", 3, all);
        Panel erk = panel("ppERK", 4, all);
        Heading heading = Heading.of("dual", "What a second target adds")
                .subtitle(String.format(
                        Locale.ROOT, "left of the untreated cell after %.0f h, %.0f nM Pyk2 in the cell", hours, pyk2))
                .caption("Lines: nominal values; bands: middle 90 % of " + draws
                        + " draws from the priors. Inhibition of FAK raises the drive of Pyk2, which only what hits Pyk2 as well"
                        + " keeps down.")
                .simulated(true);
        List<Panel> panels = pyk2 > 0 ? List.of(complexes, compensation, akt, erk) : List.of(complexes, akt, erk);
        return Plot.of(heading, panels)
                .grid(Grid.columns(2).letters())
                .labels(Plot.Labels.LEGEND)
                .size(820, 230)
                .figure();
    }

    /** The top of the highest band, so that no part of it is cut off. */
    private static double highest(int seen, Map<String, List<Spread[]>> all) {
        return all.values().stream()
                .flatMap(List::stream)
                .mapToDouble(each -> each[seen].high())
                .max()
                .orElseThrow();
    }

    private Panel panel(String title, int seen, Map<String, List<Spread[]>> all) {
        Panel panel = Panel.of(
                        Axis.log("unbound inhibitor", "nM"),
                        Axis.linear("left", "%").including(0.0, 100.0, highest(seen, all)))
                .title(title);
        int index = 0;
        for (Map.Entry<String, List<Spread[]>> entry : all.entrySet()) {
            List<Span> spans = new ArrayList<>();
            List<Point> points = new ArrayList<>();
            for (int i = 0; i < DOSES.length; i++) {
                Spread spread = entry.getValue().get(i)[seen];
                spans.add(new Span(DOSES[i], spread.low(), spread.high()));
                points.add(new Point(DOSES[i], spread.nominal()));
            }
            Style style = Style.series(index++);
            if (draws > 0) {
                panel = panel.add(new Band(spans, style.opacity(0.6)));
            }
            panel = panel.add(new Line(points, style.lineWidth(2.2), entry.getKey()));
        }
        return panel;
    }
}
