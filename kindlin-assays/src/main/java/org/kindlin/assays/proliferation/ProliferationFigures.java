package org.kindlin.assays.proliferation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.doseresponse.CurveLayers;
import org.kindlin.assays.result.Prose;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Bars;
import org.kindlin.figures.Colour;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Line;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Style;

/** Histograms with their generations, and the division index over dose with viability below it. */
final class ProliferationFigures {
    private static final int MOST_HISTOGRAMS = 12;
    private static final int DRAWN_BINS = 128;

    private ProliferationFigures() {}

    static List<Figure> of(ProliferationResult result, boolean simulated) {
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < result.series().size(); i++) {
            String suffix = result.series().size() == 1 ? "" : "-" + (i + 1);
            figures.add(series(result.series().get(i), suffix, simulated));
        }
        List<SampleResult> fitted = result.samples().stream()
                .filter(sample -> sample.fit().isPresent())
                .limit(MOST_HISTOGRAMS)
                .toList();
        for (int i = 0; i < fitted.size(); i++) {
            figures.add(histogram(fitted.get(i), i, simulated));
        }
        return figures;
    }

    private static Figure series(DoseSeries series, String suffix, boolean simulated) {
        String title = series.subject().isEmpty()
                ? "Division index over dose"
                : "Division index over dose: "
                        + String.join(", ", series.subject().values());
        List<Panel> panels = new ArrayList<>();
        panels.add(Panel.of(dose(series), Axis.linear("division index", "").including(0.0))
                .addAll(CurveLayers.of(series.division(), Style.series(0), "")));
        series.viability()
                .ifPresent(curve -> panels.add(
                        Panel.of(dose(series), Axis.linear("viability", "%").including(0.0, 100.0))
                                .addAll(CurveLayers.of(curve, Style.series(1).dash(Dash.SOLID), ""))));
        Heading heading = Heading.of("division-index" + suffix, title)
                .subtitle("mid-point "
                        + Prose.estimate(
                                series.division().result().estimate("ic50").orElseThrow()))
                .caption(
                        "Symbols: mean ± SD of cultures, open: single cultures; line: four-parameter curve with its pointwise"
                                + " confidence band; dashed where the responses are described as well by a constant.")
                .simulated(simulated);
        return Plot.of(heading, panels)
                .grid(Grid.columns(1).sharing(Grid.Sharing.X))
                .size(560, panels.size() > 1 ? 220 : 280)
                .figure();
    }

    private static Axis dose(DoseSeries series) {
        Axis axis = Axis.log("dose", series.division().protocol().units().dose());
        return series.division().data().zeroDoseMean().isPresent() ? axis.zero("0") : axis;
    }

    private static Figure histogram(SampleResult sample, int index, boolean simulated) {
        GenerationFit fit = sample.fit().orElseThrow();
        IntensityBins bins = fit.bins();
        int each = bins.counts().length / DRAWN_BINS;
        IntensityBins drawn = bins.coarser(each);
        List<Bars.Bar> bars = new ArrayList<>();
        for (int b = 0; b < drawn.counts().length; b++) {
            bars.add(new Bars.Bar(drawn.edge(b), drawn.edge(b + 1), 0, drawn.counts()[b]));
        }
        Panel panel = Panel.of(
                        Axis.log("dye intensity", "linear scale of the instrument")
                                .limits(drawn.edge(0), drawn.edge(drawn.counts().length)),
                        Axis.linear("events per bin", "").including(0.0))
                .add(new Bars(bars, Style.of(Colour.hex("#C9CED6")), "events"));
        double[] sum = new double[drawn.counts().length];
        for (int g = 0; g < fit.shapes().components(); g++) {
            double[] expected = bins.with(fit.expectedCounts(g)).coarser(each).counts();
            for (int b = 0; b < sum.length; b++) {
                sum[b] += expected[b];
            }
            if (g <= fit.divisions()) {
                panel = panel.add(
                                new Line(line(drawn, expected), Style.series(g).dash(Dash.SOLID)))
                        .add(Rule.vertical(fit.peak(g).median(), Integer.toString(g)));
            }
        }
        panel = panel.add(new Line(line(drawn, sum), Style.of(Colour.TEXT).lineWidth(1), "sum of generations"));
        String name = String.join(", ", sample.indices().subject().values());
        Heading heading = Heading.of(String.format(Locale.ROOT, "generations-%02d", index + 1), "Generations: " + name)
                .subtitle("division index "
                        + Prose.estimate(
                                sample.indices().estimate("divisionIndex").orElseThrow()))
                .caption(
                        "Grey: living events; coloured: fitted generations, numbered at their medians; black: their sum"
                                + (fit.unexplained() > 0 ? " with events of no generation." : "."))
                .simulated(simulated);
        return Plot.of(heading, panel).labels(Plot.Labels.LEGEND).figure();
    }

    private static List<Point> line(IntensityBins bins, double[] heights) {
        List<Point> points = new ArrayList<>();
        for (int b = 0; b < heights.length; b++) {
            points.add(new Point(Math.sqrt(bins.edge(b) * bins.edge(b + 1)), heights[b]));
        }
        return points;
    }
}
