package org.kindlin.study.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kindlin.figures.Area;
import org.kindlin.figures.Axis;
import org.kindlin.figures.Colour;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Line;
import org.kindlin.figures.Note;
import org.kindlin.figures.Panel;
import org.kindlin.figures.Plot;
import org.kindlin.figures.Point;
import org.kindlin.figures.Style;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.Timeline;

/** A bar for every step of every plate against the clock: dark at the bench, pale waiting. */
final class TimelineFigure {
    private static final double HALF = 0.24;
    private static final double HANDS_WIDTH = 15;
    private static final Colour HANDS = Colour.hex("#30363D");
    private static final Colour WAIT = Colour.hex("#AAB4BE");

    private TimelineFigure() {}

    static Figure draw(Plan plan) {
        Timeline timeline = plan.timeline();
        List<String> rows = rows(timeline);
        Axis clock = Axis.of("", "", new ClockTransform(timeline)).limits(0, timeline.minutes());
        Panel panel = Panel.of(clock, Axis.categories("", rows.reversed()));
        double notes = timeline.minutes() / 80.0;
        List<Note> numbers = new ArrayList<>();
        for (Timeline.Task task : timeline.tasks()) {
            int row = rows.size() - 1 - rows.indexOf(label(task));
            panel = panel.add(Area.rectangle(
                            task.from(),
                            task.end(),
                            row - HALF,
                            row + HALF,
                            Style.of(WAIT).lineWidth(1)))
                    .add(hands(task, row));
            if (task.end() - task.from() > notes) {
                double middle = (task.from() + task.end()) / 2.0;
                numbers.add(Note.at(middle, row + HALF + 0.16, Integer.toString(task.step() + 1)));
            }
        }
        Heading heading = Heading.of("timeline", "Timeline")
                .caption("Numbers are those of the steps. Dark: at the bench; pale: waiting.");
        return Plot.of(heading, panel.addAll(numbers))
                .size(720, Math.max(90, 36.0 * rows.size()))
                .figure();
    }

    private static List<String> rows(Timeline timeline) {
        Set<String> names = new LinkedHashSet<>();
        timeline.tasks().forEach(task -> names.add(label(task)));
        return List.copyOf(names);
    }

    private static String label(Timeline.Task task) {
        return task.plate().isEmpty() ? "all plates" : task.plate();
    }

    private static Line hands(Timeline.Task task, int row) {
        return new Line(
                List.of(new Point(task.from(), row), new Point(task.handsEnd(), row)),
                Style.of(HANDS).lineWidth(HANDS_WIDTH));
    }
}
