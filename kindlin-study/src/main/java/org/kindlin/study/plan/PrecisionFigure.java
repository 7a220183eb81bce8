package org.kindlin.study.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Line;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Points;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Style;
import org.kindlin.lab.plan.Amount;
import org.kindlin.lab.plan.IntervalWidth;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.Precision;
import org.kindlin.lab.plan.Precision.Outcome;

/** Width of the interval against replicates, a line for each number of doses. */
final class PrecisionFigure {
    private PrecisionFigure() {}

    static Figure draw(Plan plan, Precision.Search search) {
        Map<Integer, List<Point>> byDoses = new TreeMap<>();
        for (Outcome design : search.designs()) {
            design.medianFold()
                    .ifPresent(fold -> byDoses.computeIfAbsent(design.doses(), _ -> new ArrayList<>())
                            .add(new Point(design.replicates(), fold)));
        }
        boolean isRatio = plan.use().width() == IntervalWidth.RATIO;
        Axis width = Axis.linear(
                        (isRatio ? "upper over lower limit of " : "upper less lower limit of ")
                                + plan.use().estimate(),
                        isRatio ? "fold" : "percentage points")
                .including(isRatio ? 1.0 : 0.0, search.wantedFold());
        Panel panel = Panel.of(Axis.linear("replicates on a plate", ""), width)
                .add(Rule.horizontal(search.wantedFold(), "wanted: " + Amount.number(search.wantedFold())));
        int index = 0;
        for (Map.Entry<Integer, List<Point>> line : byDoses.entrySet()) {
            String name = line.getKey() + " doses";
            Style style = Style.series(index++);
            panel = panel.add(new Line(line.getValue(), style, name)).add(new Points(line.getValue(), style, name));
        }
        Heading heading = Heading.of("precision", "Width of the interval by design")
                .caption("Medians of simulated experiments; each line ends where the wanted width is reached.")
                .simulated(true);
        return Plot.of(heading, panel).size(620, 260).figure();
    }
}
