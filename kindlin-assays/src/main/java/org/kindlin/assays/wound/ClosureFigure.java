package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.figures.Axis;
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

/** Open area over time, one panel for each treatment. */
final class ClosureFigure {
    private static final int COLUMNS = 3;
    private static final double PERCENT = 100;

    private ClosureFigure() {}

    /** Empty where no wound was measured twice. */
    static Optional<Figure> of(WoundResult result, boolean simulated) {
        Map<String, List<MeasuredWound>> byTreatment = new LinkedHashMap<>();
        for (MeasuredWound wound : result.wounds()) {
            if (wound.measured().count() > 1 && wound.first().orElseThrow().pixels() > 0) {
                byTreatment
                        .computeIfAbsent(label(wound, result), _ -> new ArrayList<>())
                        .add(wound);
            }
        }
        if (byTreatment.isEmpty()) {
            return Optional.empty();
        }
        boolean isTimed =
                result.frames().allMatch(frame -> frame.frame().hours().isPresent());
        List<Panel> panels = new ArrayList<>();
        byTreatment.forEach((label, wounds) -> panels.add(panel(label, wounds, isTimed)));
        Heading heading = Heading.of("closure", "Open area over time")
                .caption("In percent of a wound's first frame"
                        + (result.wounds().size() > 1 ? ", one line for each wound" : "")
                        + "; bars: thresholds moved by a tenth of the way between smooth and rough.")
                .simulated(simulated);
        Plot plot = Plot.of(heading, panels)
                .grid(Grid.columns(Math.min(COLUMNS, panels.size())))
                .labels(Plot.Labels.NONE);
        return Optional.of((panels.size() > 1 ? plot.size(900, 190) : plot).figure());
    }

    private static String label(MeasuredWound wound, WoundResult result) {
        Treatment treatment = wound.wound().treatment();
        return treatment.equals(Treatment.NONE)
                ? wound.wound().name()
                : String.join(
                        " ", treatment.subject(result.protocol().doseUnit()).values());
    }

    private static Panel panel(String label, List<MeasuredWound> wounds, boolean isTimed) {
        Panel panel = Panel.of(
                        isTimed ? Axis.linear("time", "h") : Axis.counts("frame"),
                        Axis.linear("open area", "% of the first frame").including(0.0))
                .title(label);
        for (int k = 0; k < wounds.size(); k++) {
            List<Interval> means = course(wounds.get(k), isTimed);
            List<Point> line = means.stream()
                    .map(mean -> new Point(mean.x(), mean.value()))
                    .toList();
            panel = panel.add(new Line(line, Style.series(k).lineWidth(0.9))).add(new Means(means, Style.series(k)));
        }
        return panel;
    }

    private static List<Interval> course(MeasuredWound wound, boolean isTimed) {
        double first = wound.first().orElseThrow().pixels();
        List<Interval> means = new ArrayList<>();
        for (int i = 0; i < wound.frames().size(); i++) {
            MeasuredFrame frame = wound.frames().get(i);
            if (frame.isMeasured()) {
                double x = isTimed ? frame.frame().hours().getAsDouble() : i + 1;
                means.add(new Interval(
                        x,
                        PERCENT * frame.pixels() / first,
                        PERCENT * frame.least() / first,
                        PERCENT * frame.most() / first));
            }
        }
        return means;
    }
}
