package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.blot.gel.Band;
import org.kindlin.assays.blot.gel.Lane;
import org.kindlin.assays.blot.gel.MeasuredLane;
import org.kindlin.assays.doseresponse.DoseResponseFigures;
import org.kindlin.assays.image.figure.PictureFrame;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Colour;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Grid;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Interval;
import org.kindlin.figures.Layer;
import org.kindlin.figures.Line;
import org.kindlin.figures.Means;
import org.kindlin.figures.Note;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Style;

/** What was measured, on the picture itself; the profiles behind it; fold changes and curves. */
final class BlotFigures {
    static final Colour RED = Colour.hex("#E03131");
    private static final int STEPS = 12;
    private static final int MOST_PROFILES = 24;
    private static final int COLUMNS = 3;

    private final BlotResult result;
    private final boolean simulated;

    private BlotFigures(BlotResult result, boolean simulated) {
        this.result = result;
        this.simulated = simulated;
    }

    static List<Figure> of(BlotResult result, boolean simulated) {
        BlotFigures figures = new BlotFigures(result, simulated);
        List<Figure> all = new ArrayList<>();
        for (int i = 0; i < result.blots().size(); i++) {
            String suffix = result.blots().size() == 1 ? "" : "-" + (i + 1);
            MeasuredBlot blot = result.blots().get(i);
            all.add(figures.overlay(blot, suffix));
            if (!blot.gel().lanes().isEmpty()) {
                all.add(figures.profiles(blot, suffix));
            }
        }
        RangeFigure.of(result, simulated).ifPresent(all::add);
        all.addAll(figures.folds());
        all.addAll(DoseResponseFigures.of(result.curves(), simulated));
        return all;
    }

    private Figure overlay(MeasuredBlot blot, String suffix) {
        Heading heading = Heading.of(
                        "overlay" + suffix,
                        "Bands measured on " + blot.picture().name())
                .caption(
                        "Blue: edges of the lanes. Orange: bands; red: saturated bands, whose volumes are lower limits."
                                + " Numbers: lanes from the left.")
                .simulated(simulated);
        PictureFrame frame = new PictureFrame(blot.picture().plane(), "");
        List<Layer> marks = new ArrayList<>();
        for (MeasuredLane lane : blot.gel().lanes()) {
            marks.addAll(edges(frame, lane.lane()));
            lane.bands().forEach(band -> marks.add(mark(frame, lane.lane(), band)));
        }
        return PictureFrame.figure(heading, List.of(frame), List.of(marks), 1);
    }

    private static List<Layer> edges(PictureFrame frame, Lane lane) {
        Style style = Style.of(Palette.SKY).lineWidth(1);
        List<Point> left = new ArrayList<>();
        List<Point> right = new ArrayList<>();
        int height = frame.plane().height();
        for (int i = 0; i <= STEPS; i++) {
            double y = height * i / (double) STEPS;
            left.add(frame.at(lane.centreAt(y) - lane.width() / 2, y));
            right.add(frame.at(lane.centreAt(y) + lane.width() / 2, y));
        }
        Point label = frame.at(lane.centreAt(0), height * 0.035);
        return List.of(
                new Line(left, style),
                new Line(right, style),
                new Note(label, String.valueOf(lane.number()), Note.Anchor.MIDDLE, Palette.SKY));
    }

    private static Layer mark(PictureFrame frame, Lane lane, Band band) {
        double top = band.position() - lane.meanDrop();
        List<Point> line = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            double offset = lane.width() * (i / (double) STEPS - 0.5);
            line.add(frame.at(lane.centreAt(top) + offset, top + lane.drop(offset) + 0.5));
        }
        Colour colour = band.isSaturated() ? RED : Palette.ORANGE;
        return new Line(line, Style.of(colour).lineWidth(1.2));
    }

    private Figure profiles(MeasuredBlot blot, String suffix) {
        List<MeasuredLane> lanes = blot.gel().lanes();
        List<MeasuredLane> shown = lanes.subList(0, Math.min(MOST_PROFILES, lanes.size()));
        Heading heading = Heading.of(
                        "profiles" + suffix,
                        "Lane profiles of " + blot.picture().name())
                .caption("Signal summed over each lane (blue), baseline (dashed), tops of bands (orange). Row 0 is the"
                        + " top of the picture."
                        + (shown.size() < lanes.size()
                                ? " The first " + shown.size() + " of " + lanes.size() + "."
                                : ""))
                .simulated(simulated);
        List<Panel> panels = shown.stream().map(BlotFigures::profile).toList();
        return Plot.of(heading, panels)
                .grid(Grid.columns(Math.min(COLUMNS, panels.size())))
                .labels(Plot.Labels.NONE)
                .size(900, 150)
                .figure();
    }

    private static Panel profile(MeasuredLane lane) {
        double[] signal = lane.profile().signal();
        double[] baseline = lane.profile().baseline();
        List<Point> line = new ArrayList<>();
        List<Point> ground = new ArrayList<>();
        for (int y = 0; y < signal.length; y++) {
            line.add(new Point(y, signal[y]));
            ground.add(new Point(y, baseline[y]));
        }
        double drop = lane.lane().meanDrop();
        List<Point> tops = lane.bands().stream()
                .map(band -> new Point(
                        band.position() - drop,
                        signal[(int) Math.clamp(Math.rint(band.position() - drop), 0, signal.length - 1.0)]))
                .toList();
        return Panel.of(Axis.linear("row", "px"), Axis.linear("signal", ""))
                .title("lane " + lane.lane().number())
                .add(new Line(line, Style.series(0).lineWidth(1.1)))
                .add(new Line(ground, Style.reference()))
                .add(new Points(tops, Style.of(Palette.VERMILLION).markerSize(4)));
    }

    private List<Figure> folds() {
        Map<String, List<FoldChange>> byName = new LinkedHashMap<>();
        result.changes()
                .forEach(change -> byName.computeIfAbsent(change.name(), _ -> new ArrayList<>())
                        .add(change));
        List<Figure> figures = new ArrayList<>();
        byName.forEach((name, changes) -> figures.add(fold(name, changes, figures.size())));
        return figures;
    }

    private Figure fold(String name, List<FoldChange> changes, int index) {
        Heading heading = Heading.of("fold-change-" + (index + 1), name + " relative to the reference")
                .caption("Open: single blots; closed: mixed model with its "
                        + Math.round(100 * result.protocol().level()) + " % interval over blots.")
                .simulated(simulated);
        List<Point> single = new ArrayList<>();
        List<Interval> means = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            FoldChange change = changes.get(i);
            for (double log : change.logs()) {
                single.add(new Point(i, StrictMath.exp(log)));
            }
            double half = change.halfWidth(result.protocol().level()).orElse(0.0);
            means.add(new Interval(
                    i, change.value(), change.value() * StrictMath.exp(-half), change.value() * StrictMath.exp(half)));
        }
        Panel panel = Panel.of(
                        Axis.categories(
                                "", changes.stream().map(FoldChange::label).toList()),
                        Axis.log("fold change", ""))
                .add(Rule.horizontal(1, "reference"))
                .add(new Points(single, Style.series(0).faint()))
                .add(new Means(means, Style.series(0)));
        return Plot.of(heading, panel)
                .size(Math.max(480, 70.0 * changes.size() + 120), 280)
                .figure();
    }
}
