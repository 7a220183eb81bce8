package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.Population;
import org.kindlin.figures.Area;
import org.kindlin.figures.Colour;
import org.kindlin.figures.ColourMap;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Raster;
import org.kindlin.figures.Style;

/** Gates of two dimensions over the density of the events they select from. */
final class DensityFigure {
    private static final int BINS = 110;
    private static final int MOST_PANELS = 8;

    private DensityFigure() {}

    static Optional<Figure> draw(GatedSample sample, boolean simulated, String name) {
        List<Panel> panels = new ArrayList<>();
        for (Gate gate : sample.sample().gating().gates()) {
            if (gate.dimensions().size() == 2 && panels.size() < MOST_PANELS) {
                panel(sample, gate).ifPresent(panels::add);
            }
        }
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        Heading heading = Heading.of(name, "Gates: " + sample.sample().name())
                .caption(
                        "Colour: number of events of the parent population, logarithmic. Axes: the gate's own scale; without"
                                + " one, scatter linear and fluorescence logicle.")
                .simulated(simulated);
        int columns = panels.size() == 1 ? 1 : 2;
        return Optional.of(Plot.of(heading, panels)
                .grid(Grid.columns(columns))
                .size(columns == 1 ? 460 : 760, 300)
                .figure());
    }

    private static Optional<Panel> panel(GatedSample sample, Gate gate) {
        Dimension first = gate.dimensions().get(0);
        Dimension second = gate.dimensions().get(1);
        Optional<ShownAxis> x = ShownAxis.of(sample.sample(), first);
        Optional<ShownAxis> y = ShownAxis.of(sample.sample(), second);
        Population population = sample.populations().get(gate.id());
        if (x.isEmpty() || y.isEmpty() || population == null) {
            return Optional.empty();
        }
        List<Point> outline = GateOutline.of(
                gate,
                x.get(),
                y.get(),
                first.transformation().isPresent(),
                second.transformation().isPresent());
        Optional<Population> parent = population.parent().map(sample.populations()::get);
        int[] events = parent.map(found -> found.members().indices())
                .orElseGet(
                        () -> IntStream.range(0, sample.sample().set().events()).toArray());
        int inside = population.members().count();
        String percent = events.length == 0 ? "no events" : percent(100.0 * inside / events.length);
        String title = gate.id() + ": " + percent
                + parent.map(found -> " of " + found.id()).orElse("");
        Panel panel = Panel.of(x.get().axis(), y.get().axis()).title(title).add(density(x.get(), y.get(), events));
        return Optional.of(
                outline.size() < 3
                        ? panel
                        : panel.add(
                                new Area(outline, Style.of(Palette.series(3)).opacity(0.9), "")));
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.2f %%" : "%.1f %%", value);
    }

    private static Raster density(ShownAxis x, ShownAxis y, int[] events) {
        int[][] counts = new int[BINS][BINS];
        int most = 1;
        int[] columns = x.bins(events, BINS);
        int[] rows = y.bins(events, BINS);
        for (int i = 0; i < events.length; i++) {
            if (columns[i] != ShownAxis.NONE && rows[i] != ShownAxis.NONE) {
                most = Math.max(most, ++counts[rows[i]][columns[i]]);
            }
        }
        Colour[][] pixels = new Colour[BINS][BINS];
        double scale = StrictMath.log1p(most);
        for (int row = 0; row < BINS; row++) {
            for (int column = 0; column < BINS; column++) {
                int count = counts[BINS - 1 - row][column];
                pixels[row][column] = count == 0 ? Colour.WHITE : ColourMap.VIRIDIS.at(StrictMath.log1p(count) / scale);
            }
        }
        return Raster.png(new Point(x.low(), y.low()), new Point(x.high(), y.high()), Png.of(pixels));
    }
}
