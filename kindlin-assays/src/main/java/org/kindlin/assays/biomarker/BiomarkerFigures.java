package org.kindlin.assays.biomarker;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Colour;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Forest;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Line;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Style;

/** A forest across markers, and every subject's line from before to after. */
final class BiomarkerFigures {
    private static final int MOST_PANELS = 12;
    private static final double WIDTH = 640;

    private BiomarkerFigures() {}

    static List<Figure> of(BiomarkerResult result, boolean simulated) {
        List<Figure> figures = new ArrayList<>();
        if (result.changes().stream().anyMatch(change -> ratio(change).value() != null)) {
            figures.add(forest(result, simulated));
        }
        figures.add(lines(result, simulated));
        return figures;
    }

    private static Estimate ratio(MarkerChange change) {
        return change.estimate("geometricMeanRatio").orElseThrow();
    }

    private static String label(MarkerChange change) {
        return String.join(", ", change.subject().values());
    }

    private static Figure forest(BiomarkerResult result, boolean simulated) {
        List<Forest.Row> rows = result.changes().stream()
                .map(change -> row(label(change) + ", n = " + change.pairs().size(), ratio(change)))
                .toList();
        Heading heading = Heading.of("ratios", "Change by marker")
                .subtitle("geometric mean of after over before, "
                        + Prose.number(100 * result.protocol().level()) + " % intervals")
                .caption(result.effects().isEmpty() ? "No control arm." : "")
                .simulated(simulated);
        return Forest.of(heading, Axis.log("ratio after / before", ""), rows)
                .reference(1, "no change")
                .column("ratio (interval)")
                .width(WIDTH)
                .figure();
    }

    private static Forest.Row row(String label, Estimate ratio) {
        Double value = ratio.value();
        if (value == null) {
            return Forest.Row.undetermined(label, "not estimable");
        }
        Double low = ratio.low();
        Double high = ratio.high();
        double from = low == null ? 0 : low;
        double to = high == null ? Double.POSITIVE_INFINITY : high;
        return Forest.Row.of(
                label,
                value,
                from,
                to,
                Prose.number(value) + " (" + Prose.number(from) + " to " + Prose.number(to) + ")");
    }

    private static Figure lines(BiomarkerResult result, boolean simulated) {
        List<Panel> panels = result.changes().stream()
                .limit(MOST_PANELS)
                .map(change -> panel(change, result.protocol()))
                .toList();
        int left = result.changes().size() - panels.size();
        Heading heading = Heading.of("pairs", "Before and after")
                .subtitle("one line for each subject" + (left > 0 ? "; " + left + " more markers are not drawn" : ""))
                .caption("Blue: falls; red: rises. Open: below the limit of quantification.")
                .simulated(simulated);
        int columns = Math.min(3, panels.size());
        return Plot.of(heading, panels)
                .grid(Grid.columns(columns))
                .labels(Plot.Labels.NONE)
                .size(columns == 1 ? 380 : WIDTH, 220)
                .figure();
    }

    private static Panel panel(MarkerChange change, BiomarkerProtocol protocol) {
        boolean log = change.pairs().stream().allMatch(Pair::hasLogRatio);
        String unit = protocol.isComposition() ? "over geometric mean of parts" : protocol.unit();
        Axis y = log ? Axis.log("value", unit) : Axis.linear("value", unit);
        Panel panel =
                Panel.of(Axis.categories("", List.of("before", "after")), y).title(label(change));
        for (Pair pair : change.pairs()) {
            Colour colour = pair.after().value() <= pair.before().value() ? Palette.BLUE : Palette.VERMILLION;
            Style style = Style.of(colour).lineWidth(1).markerSize(5).opacity(0.7);
            panel = panel.add(new Line(
                    List.of(
                            new Point(0, pair.before().value()),
                            new Point(1, pair.after().value())),
                    style));
            panel = panel.add(new Points(
                    List.of(new Point(0, pair.before().value())), pair.before().isBelow() ? style.open() : style));
            panel = panel.add(new Points(
                    List.of(new Point(1, pair.after().value())), pair.after().isBelow() ? style.open() : style));
        }
        return panel;
    }
}
