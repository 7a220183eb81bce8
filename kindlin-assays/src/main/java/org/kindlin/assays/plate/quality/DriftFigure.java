package org.kindlin.assays.plate.quality;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Line;
import org.kindlin.figures.Marker;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Style;

/** The Levey-Jennings chart of a campaign: a panel for every figure followed, plates in run order. */
final class DriftFigure {
    private static final Style LIMIT =
            Style.of(Palette.VERMILLION).lineWidth(1).dash(Dash.DASHED).opacity(0.8);

    private DriftFigure() {}

    static Figure draw(Campaign campaign, boolean simulated, String name) {
        List<Panel> panels = campaign.tracks().stream().map(DriftFigure::panel).toList();
        boolean judged =
                campaign.tracks().stream().anyMatch(track -> track.trend().isPresent());
        Heading heading = Heading.of(
                        name,
                        (campaign.series().isEmpty() ? "Plates" : campaign.series() + " plates") + " in run order")
                .caption("Means of the controls and Z′ of every plate, in the order given. Grey: mean of the plates."
                        + (judged
                                ? " Dashed: three-sigma limits from moving ranges; red diamonds: plates beyond them."
                                : " Fewer than five plates have no limits."))
                .simulated(simulated);
        return Plot.of(heading, panels).size(640, 170).figure();
    }

    private static Panel panel(Campaign.Track track) {
        List<Point> points = new ArrayList<>();
        List<Point> outside = new ArrayList<>();
        for (int i = 0; i < track.values().size(); i++) {
            Point point = new Point(i, track.values().get(i));
            points.add(point);
            if (track.outside().contains(track.plates().get(i))) {
                outside.add(point);
            }
        }
        boolean unitless = track.unit().equals("1");
        Panel panel = Panel.of(
                        Axis.categories("", track.plates()),
                        Axis.linear(unitless ? "Z′" : track.name().replace('-', ' '), unitless ? "" : track.unit()))
                .add(Rule.horizontal(track.chart().centre(), ""));
        if (track.trend().isPresent()) {
            panel = panel.add(level(track.chart().low(), points.size()))
                    .add(level(track.chart().high(), points.size()));
        }
        return panel.add(new Line(points, Style.of(Palette.BLUE).lineWidth(1)))
                .add(new Points(points, Style.of(Palette.BLUE).markerSize(6)))
                .add(new Points(
                        outside,
                        Style.of(Palette.VERMILLION).marker(Marker.DIAMOND).markerSize(9)));
    }

    private static Line level(double value, int plates) {
        return new Line(List.of(new Point(-0.4, value), new Point(plates - 0.6, value)), LIMIT);
    }
}
