package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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

    static Optional<Figure> draw(List<GatedSample> all, boolean simulated, String name) {
        List<GatedSample> samples = shown(all);
        Map<String, Gate.Rectangle> gates = new LinkedHashMap<>();
        for (GatedSample sample : samples) {
            for (Gate gate : sample.sample().gating().gates()) {
                if (gate instanceof Gate.Rectangle rectangle
                        && rectangle.ranges().size() == 1) {
                    gates.putIfAbsent(gate.id(), rectangle);
                }
            }
        }
        List<Panel> panels = new ArrayList<>();
        for (Gate.Rectangle gate : gates.values()) {
            if (panels.size() < MOST_PANELS) {
                panel(samples, gate).ifPresent(panels::add);
            }
        }
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        Heading heading = Heading.of(name, "Gates of one channel")
                .caption(
                        "Events of the parent population, each curve to its own highest bin. Dashed: limits of the gate in each file."
                                + (samples.size() < all.size()
                                        ? " The first " + samples.size() + " of " + all.size() + " files."
                                        : ""))
                .simulated(simulated);
        int columns = panels.size() == 1 ? 1 : 2;
        return Optional.of(Plot.of(heading, panels)
                .grid(Grid.columns(columns))
                .labels(samples.size() > 1 ? Plot.Labels.LEGEND : Plot.Labels.NONE)
                .size(columns == 1 ? 520 : 760, 200)
                .figure());
    }

    /** The first files of those with most gates, so that controls without some of them do not crowd out samples. */
    private static List<GatedSample> shown(List<GatedSample> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(
                        (GatedSample sample) -> -sample.populations().size()))
                .limit(MOST_FILES)
                .toList();
    }

    private static Optional<Panel> panel(List<GatedSample> samples, Gate.Rectangle gate) {
        Gate.Range range = gate.ranges().getFirst();
        List<GatedSample> having = samples.stream()
                .filter(sample -> sample.populations().containsKey(gate.id()))
                .toList();
        Optional<ShownAxis> axis = having.stream()
                .flatMap(sample -> ShownAxis.of(sample.sample(), range.dimension()).stream())
                .reduce(ShownAxis::spanning)
                .map(shown -> shown.reaching(limits(having, gate.id(), shown)));
        if (axis.isEmpty()) {
            return Optional.empty();
        }
        List<Layer> layers = new ArrayList<>();
        for (GatedSample sample : having) {
            layers.addAll(curve(sample, gate, axis.get(), samples.indexOf(sample)));
        }
        limits(having, gate.id(), axis.get())
                .forEach(share -> layers.add(Rule.vertical(axis.get().atShare(share), "")));
        return Optional.of(Panel.of(
                        axis.get().axis(), Axis.linear("events", "% of highest").limits(0, 105))
                .title(gate.id())
                .addAll(layers));
    }

    /** Where the files' own gates of this id end, as shares of the axis, each once. */
    private static Set<Double> limits(List<GatedSample> samples, String id, ShownAxis axis) {
        Set<Double> shares = new LinkedHashSet<>();
        for (GatedSample sample : samples) {
            for (Gate gate : sample.sample().gating().gates()) {
                if (gate.id().equals(id)
                        && gate instanceof Gate.Rectangle(String _, Optional<String> _, List<Gate.Range> ranges)) {
                    Gate.Range range = ranges.getFirst();
                    boolean scaled = range.dimension().transformation().isPresent();
                    DoubleStream.of(range.min(), range.max())
                            .filter(Double::isFinite)
                            .forEach(limit -> shares.add(axis.shareOf(limit, scaled)));
                }
            }
        }
        return shares;
    }

    private static List<Layer> curve(GatedSample sample, Gate.Rectangle gate, ShownAxis shown, int index) {
        Population population = sample.populations().get(gate.id());
        Optional<ShownAxis> own =
                ShownAxis.of(sample.sample(), gate.dimensions().getFirst());
        if (population == null || own.isEmpty()) {
            return List.of();
        }
        ShownAxis axis = own.get().like(shown);
        int[] events = population
                .parent()
                .map(sample.populations()::get)
                .map(parent -> parent.members().indices())
                .orElseGet(
                        () -> IntStream.range(0, sample.sample().set().events()).toArray());
        double[] counts = new double[BINS];
        double most = 1;
        for (int bin : axis.bins(events, BINS)) {
            if (bin != ShownAxis.NONE) {
                most = Math.max(most, ++counts[bin]);
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
