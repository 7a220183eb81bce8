package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.blot.LinearRange.Loaded;
import org.kindlin.assays.blot.LinearRange.Place;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Colour;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Line;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Style;

/** Every dilution series with its range, a panel for each picture. */
final class RangeFigure {
    private static final int COLUMNS = 3;

    private RangeFigure() {}

    /** Empty without a series. */
    static Optional<Figure> of(BlotResult result, boolean simulated) {
        List<LinearRange> drawn = result.ranges().stream()
                .filter(range -> !range.series().isEmpty())
                .toList();
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        Heading heading = Heading.of("linear-range", "Dilution series and the range in which volume follows amount")
                .caption("Points: mean volume of each amount. Line: proportional, drawn as far as the series follows it"
                        + " within 15 %; dashed rules: volumes at both ends of that range. Orange: bands of"
                        + " samples of the same picture and blot; red: those beyond the range, at its end. Every"
                        + " picture is held against its own series.")
                .simulated(simulated);
        List<Panel> panels = drawn.stream().map(range -> panel(range, result)).toList();
        return Optional.of(Plot.of(heading, panels)
                .grid(Grid.columns(Math.min(COLUMNS, panels.size())))
                .labels(Plot.Labels.NONE)
                .size(panels.size() == 1 ? 480 : 900, 260)
                .figure());
    }

    private static Panel panel(LinearRange range, BlotResult result) {
        Panel panel = Panel.of(Axis.log("amount", ""), Axis.log("volume", ""))
                .title(range.target() + ", " + range.image() + ", blot " + range.blot())
                .add(new Points(range.series().stream().map(RangeFigure::point).toList(), Style.series(0)));
        return range.isFound() ? withRange(panel, range, result) : panel;
    }

    private static Panel withRange(Panel panel, LinearRange range, BlotResult result) {
        List<Point> line = new ArrayList<>();
        line.add(onLine(range, range.low().volume()));
        line.add(onLine(range, range.high().volume()));
        Panel shown = panel.add(new Line(line, Style.series(0)))
                .add(Rule.horizontal(range.low().volume(), ""))
                .add(Rule.horizontal(range.high().volume(), ""));
        List<Point> within = new ArrayList<>();
        List<Point> beyond = new ArrayList<>();
        for (TargetBand band : result.targets()) {
            if (band.use().role() != LaneRole.STANDARD) {
                range.place(band)
                        .ifPresent(place -> (place == Place.WITHIN ? within : beyond)
                                .add(
                                        place == Place.WITHIN
                                                ? onLine(range, band.volume())
                                                : new Point(end(range, place).amount(), band.volume())));
            }
        }
        return add(add(shown, within, Palette.ORANGE), beyond, BlotFigures.RED);
    }

    private static Panel add(Panel panel, List<Point> bands, Colour colour) {
        return bands.isEmpty()
                ? panel
                : panel.add(new Points(bands, Style.of(colour).markerSize(4)));
    }

    private static Loaded end(LinearRange range, Place place) {
        return place == Place.BELOW ? range.low() : range.high();
    }

    private static Point onLine(LinearRange range, double volume) {
        return new Point(volume / range.slope(), volume);
    }

    private static Point point(Loaded loaded) {
        return new Point(loaded.amount(), loaded.volume());
    }
}
