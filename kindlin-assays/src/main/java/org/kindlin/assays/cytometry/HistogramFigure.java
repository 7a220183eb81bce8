package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.Population;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Line;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Style;

/** Gates of one dimension over histograms of the events they select from, the files laid over each other. */
final class HistogramFigure {
    private static final int BINS = 90;
    private static final int MOST_PANELS = 8;
    private static final int MOST_FILES = 7;

    private HistogramFigure() {}

    static Optional<Figure> draw(List<GatedSample> samples, boolean simulated, String name) {
        List<Panel> panels = new ArrayList<>();
        for (Gate gate : samples.getFirst().sample().gating().gates()) {
            if (gate instanceof Gate.Rectangle rectangle
                    && rectangle.ranges().size() == 1
                    && panels.size() < MOST_PANELS) {
                panel(samples, rectangle).ifPresent(panels::add);
            }
        }
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        Heading heading = Heading.of(name, "Gates of one channel")
                .caption(
                        "Events of the parent population, each curve to its own highest bin. Dashed: limits of the gate.")
                .simulated(simulated);
        int columns = panels.size() == 1 ? 1 : 2;
        return Optional.of(Plot.of(heading, panels)
                .grid(Grid.columns(columns))
                .labels(samples.size() > 1 ? Plot.Labels.LEGEND : Plot.Labels.NONE)
                .size(columns == 1 ? 520 : 760, 200)
                .figure());
    }

    private static Optional<Panel> panel(List<GatedSample> samples, Gate.Rectangle gate) {
        Gate.Range range = gate.ranges().getFirst();
        Optional<ShownAxis> axis = ShownAxis.of(samples.getFirst().sample(), range.dimension());
        if (axis.isEmpty()) {
            return Optional.empty();
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_FILES, samples.size()); i++) {
            layers.addAll(curve(samples.get(i), gate, axis.get(), i));
        }
        boolean scaled = range.dimension().transformation().isPresent();
        for (double limit : new double[] {range.min(), range.max()}) {
            if (Double.isFinite(limit)) {
                layers.add(Rule.vertical(axis.get().atShare(axis.get().shareOf(limit, scaled)), ""));
            }
        }
        return Optional.of(Panel.of(
                        axis.get().axis(), Axis.linear("events", "% of highest").limits(0, 105))
                .title(gate.id())
                .addAll(layers));
    }

    private static List<Layer> curve(GatedSample sample, Gate.Rectangle gate, ShownAxis shown, int index) {
        Population population = sample.populations().get(gate.id());
        Optional<ShownAxis> own =
                ShownAxis.of(sample.sample(), gate.dimensions().getFirst());
        if (population == null || own.isEmpty()) {
            return List.of();
        }
        ShownAxis axis = new ShownAxis(shown.label(), own.get().values(), shown.scale(), shown.low(), shown.high());
        int[] events = population
                .parent()
                .map(sample.populations()::get)
                .map(parent -> parent.members().indices())
                .orElseGet(() -> java.util.stream.IntStream.range(
                                0, sample.sample().set().events())
                        .toArray());
        double[] counts = new double[BINS];
        double most = 1;
        for (int event : events) {
            double bin = BINS * axis.share(event);
            if (bin >= 0 && bin < BINS) {
                most = Math.max(most, ++counts[(int) bin]);
            }
        }
        double from = axis.scale().apply(axis.low());
        double to = axis.scale().apply(axis.high());
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            points.add(new Point(axis.scale().invert(from + (i + 0.5) / BINS * (to - from)), 100 * counts[i] / most));
        }
        return List.of(new Line(points, Style.series(index), sample.sample().name()));
    }
}
