package org.kindlin.assays.tracks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.result.Prose;
import org.kindlin.figures.Area;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Dash;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Interval;
import org.kindlin.figures.Line;
import org.kindlin.figures.Means;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Style;
import org.kindlin.numerics.motion.MeanSquaredDisplacement;
import org.kindlin.numerics.motion.PersistentWalk;
import org.kindlin.numerics.motion.Trajectory;

/** Tracks as they lie, from a common start, by direction, and their mean squared displacement. */
final class TracksFigures {
    private static final int MOST_TRACKS = 300;
    private static final int SECTORS = 16;
    private static final int ARC = 8;
    private static final int CURVE = 120;
    /** Panels of this size are square within their axes. */
    private static final double WIDTH = 780;

    private static final double HEIGHT = 320;

    private TracksFigures() {}

    static List<Figure> of(TracksResult result, boolean simulated) {
        List<Figure> figures = new ArrayList<>();
        figures.add(displacement(result, simulated));
        for (int i = 0; i < result.groups().size(); i++) {
            String suffix = result.groups().size() == 1 ? "" : String.format(Locale.ROOT, "-%02d", i + 1);
            figures.add(places(result, result.groups().get(i), suffix, simulated));
            figures.add(rose(result, result.groups().get(i), suffix, simulated));
        }
        return figures;
    }

    private static Figure displacement(TracksResult result, boolean simulated) {
        String time = result.raw().timeUnit();
        String length = result.raw().lengthUnit();
        Panel panel = Panel.of(Axis.log("lag", time), Axis.log("mean squared displacement", length + "²"));
        for (int i = 0; i < result.groups().size(); i++) {
            TrackGroup group = result.groups().get(i);
            MeanSquaredDisplacement seen = group.displacement();
            String key = result.groups().size() == 1
                    ? ""
                    : String.join(", ", group.subject().values());
            List<Interval> means = new ArrayList<>();
            for (int k = 0; k < seen.lag().length; k++) {
                if (seen.mean()[k] > 0) {
                    double error = Double.isNaN(seen.standardError()[k]) ? 0 : seen.standardError()[k];
                    means.add(new Interval(
                            seen.lag()[k],
                            seen.mean()[k],
                            Math.max(seen.mean()[k] / 100, seen.mean()[k] - error),
                            seen.mean()[k] + error));
                }
            }
            Style style = Style.series(i);
            if (means.size() > 1 && group.walk().isPresent()) {
                PersistentWalk walk = group.walk().get().walk();
                panel = panel.add(new Line(
                        curve(walk, means.getFirst().x(), means.getLast().x()), style.dash(Dash.SOLID), key));
            }
            panel = panel.add(new Means(means, style.markerSize(4.5), key));
        }
        Heading heading = Heading.of("mean-squared-displacement", "Mean squared displacement")
                .subtitle(
                        result.groups().size() == 1
                                ? "persistence time "
                                        + Prose.estimate(result.groups()
                                                .getFirst()
                                                .result()
                                                .estimate("persistenceTime")
                                                .orElseThrow())
                                : "")
                .caption("Symbols: all pairs of positions of all tracks ± standard error between tracks; line: the"
                        + " persistent random walk with its error of localisation, fitted to the positions, not to"
                        + " these symbols.")
                .simulated(simulated);
        return Plot.of(heading, panel).figure();
    }

    private static List<Point> curve(PersistentWalk walk, double from, double to) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= CURVE; i++) {
            double lag = from * StrictMath.pow(to / from, i / (double) CURVE);
            points.add(new Point(lag, walk.meanSquaredDisplacement(lag)));
        }
        return points;
    }

    private static Figure places(TracksResult result, TrackGroup group, String suffix, boolean simulated) {
        List<CellTrack> shown =
                group.tracks().subList(0, Math.min(MOST_TRACKS, group.tracks().size()));
        String unit = result.raw().lengthUnit();
        List<double[]> all = shown.stream()
                .flatMap(track -> Arrays.stream(track.trajectory().position()))
                .toList();
        double[] x = all.stream().mapToDouble(p -> p[0]).toArray();
        double[] y = all.stream().mapToDouble(p -> p[1]).toArray();
        double half = 0.53 * Math.max(Math.max(span(x), span(y)), 1e-9);
        double reach = 1.05
                * Math.max(
                        1e-9,
                        shown.stream()
                                .mapToDouble(track -> reach(track.trajectory()))
                                .max()
                                .orElse(1));
        Panel overlay = Panel.of(
                        Axis.linear("x", unit).limits(middle(x) - half, middle(x) + half),
                        // images count rows downwards
                        Axis.linear("y, downwards in the image", unit).limits(middle(y) - half, middle(y) + half))
                .title("as they lie");
        Panel start = Panel.of(
                        Axis.linear("x", unit).limits(-reach, reach),
                        Axis.linear("y", unit).limits(-reach, reach))
                .title("from a common start");
        for (int i = 0; i < shown.size(); i++) {
            Trajectory track = shown.get(i).trajectory();
            Style style = Style.series(i).dash(Dash.SOLID).lineWidth(0.8);
            overlay = overlay.add(new Line(points(track, 0, 0), style));
            start = start.add(new Line(points(track, track.position()[0][0], track.position()[0][1]), style));
        }
        String name = String.join(", ", group.subject().values());
        Heading heading = Heading.of("tracks" + suffix, "Tracks: " + name)
                .subtitle(
                        shown.size() < group.tracks().size()
                                ? "the first " + shown.size() + " of "
                                        + group.tracks().size()
                                : group.tracks().size() + " tracks")
                .simulated(simulated);
        return Plot.of(heading, overlay, start)
                .grid(Grid.columns(2))
                .size(WIDTH, HEIGHT)
                .labels(Plot.Labels.NONE)
                .equalScales()
                .figure();
    }

    private static double reach(Trajectory track) {
        double reach = 0;
        for (double[] place : track.position()) {
            reach = Math.max(reach, Math.abs(place[0] - track.position()[0][0]));
            reach = Math.max(reach, Math.abs(place[1] - track.position()[0][1]));
        }
        return reach;
    }

    private static double span(double[] values) {
        return Arrays.stream(values).max().orElse(1)
                - Arrays.stream(values).min().orElse(0);
    }

    private static double middle(double[] values) {
        return 0.5
                * (java.util.Arrays.stream(values).max().orElse(1)
                        + Arrays.stream(values).min().orElse(0));
    }

    private static List<Point> points(Trajectory track, double fromX, double fromY) {
        List<Point> points = new ArrayList<>();
        for (double[] place : track.position()) {
            points.add(new Point(place[0] - fromX, place[1] - fromY));
        }
        return points;
    }

    /** Share of tracks by direction of their displacement; the area of a sector is in proportion. */
    private static Figure rose(TracksResult result, TrackGroup group, String suffix, boolean simulated) {
        int[] counts = new int[SECTORS];
        int moved = 0;
        for (CellTrack track : group.tracks()) {
            double[][] place = track.trajectory().position();
            double x = place[place.length - 1][0] - place[0][0];
            double y = place[place.length - 1][1] - place[0][1];
            if (x != 0 || y != 0) {
                double turn = (StrictMath.atan2(y, x) + 2 * Math.PI) / (2 * Math.PI);
                counts[(int) Math.rint(turn * SECTORS) % SECTORS]++;
                moved++;
            }
        }
        double most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        Panel panel = Panel.of(
                Axis.linear("direction along x", "").limits(-1.1, 1.1),
                Axis.linear("direction along y", "").limits(-1.1, 1.1));
        for (int s = 0; s < SECTORS; s++) {
            if (counts[s] > 0) {
                panel = panel.add(new Area(sector(s, Math.sqrt(counts[s] / most)), Style.series(0), ""));
            }
        }
        panel = panel.add(new Line(sector(0, SECTORS, 1), Style.reference()));
        if (result.protocol().gradient().isPresent()) {
            double angle = StrictMath.toRadians(result.protocol().gradient().getAsDouble());
            panel = panel.add(new Line(
                    List.of(new Point(0, 0), new Point(1.05 * StrictMath.cos(angle), 1.05 * StrictMath.sin(angle))),
                    Style.series(1).dash(Dash.SOLID),
                    "gradient"));
        }
        Heading heading = Heading.of(
                        "rose" + suffix,
                        "Directions: " + String.join(", ", group.subject().values()))
                .subtitle(moved + " displacements")
                .caption("Area of a sector: number of tracks whose displacement points there; circle: " + (int) most
                        + (most > 1 ? " tracks." : " track."))
                .simulated(simulated);
        return Plot.of(heading, panel).size(420, 330).labels(Plot.Labels.LEGEND).figure();
    }

    private static List<Point> sector(int index, double radius) {
        List<Point> corners = new ArrayList<>(List.of(new Point(0, 0)));
        corners.addAll(arc(index - 0.5, index + 0.5, ARC, radius));
        return corners;
    }

    private static List<Point> sector(int from, int to, double radius) {
        return arc(from, to, ARC * SECTORS, radius);
    }

    private static List<Point> arc(double from, double to, int steps, double radius) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            double angle = 2 * Math.PI / SECTORS * (from + (to - from) * i / steps);
            points.add(new Point(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)));
        }
        return points;
    }
}
