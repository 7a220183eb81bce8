package org.kindlin.study.plan;

import java.util.List;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Interval;
import org.kindlin.figures.Line;
import org.kindlin.figures.Means;
import org.kindlin.figures.Palette;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Rule;
import org.kindlin.figures.Style;
import org.kindlin.lab.plan.growth.GrowthPlan;
import org.kindlin.lab.plan.growth.PowerCurve;

/** Power against what it takes: animals, and their cost where it is stated. */
final class PowerFigure {
    private PowerFigure() {}

    static Figure draw(GrowthPlan plan) {
        PowerCurve curve = plan.power();
        boolean cost = curve.isCosted();
        int arms = plan.arms().size();
        Axis x = cost ? Axis.linear("cost of all animals", "currency stated") : Axis.counts("animals in all");
        Panel panel = Panel.of(x, Axis.linear("power", "%").limits(0, 100));
        List<Point> line = curve.points().stream()
                .map(point -> new Point(at(point, cost, arms), 100 * point.power()))
                .toList();
        List<Interval> means = curve.points().stream()
                .map(point ->
                        new Interval(at(point, cost, arms), 100 * point.power(), 100 * point.low(), 100 * point.high()))
                .toList();
        Style style = Style.of(Palette.BLUE);
        panel = panel.add(new Line(line, style))
                .add(new Means(means, style))
                .add(Rule.horizontal(100 * curve.wanted(), "wanted"));
        Heading heading = Heading.of("power", "Power and what it takes")
                .subtitle("to show that " + wanted(curve.test()))
                .caption(
                        curve.simulations()
                                + " simulated studies of each size, with 95 % intervals; the assumed truth, removal at the size limit and the very analysis.")
                .simulated(true);
        return Plot.of(heading, panel).labels(Plot.Labels.NONE).size(600, 260).figure();
    }

    private static double at(PowerCurve.Point point, boolean cost, int arms) {
        return cost ? point.cost() : point.animals() * (double) arms;
    }

    static String wanted(PowerCurve.Test test) {
        return switch (test) {
            case DIFFERENCE -> "the last arm grows otherwise than the control";
            case BLISS -> "the combination departs from Bliss independence";
            case HSA -> "the combination grows more slowly than both agents alone";
        };
    }
}
