package org.kindlin.study.plan;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.Step;
import org.kindlin.lab.plan.Timeline;
import org.kindlin.study.report.Html;

/** Steps to tick off, with planned and real times, and the timeline as a figure. */
final class ProcedurePart {
    private final Sheet sheet;
    private final Plan plan;

    ProcedurePart(Sheet sheet, Plan plan) {
        this.sheet = sheet;
        this.plan = plan;
    }

    void write() {
        sheet.heading("Steps");
        for (int i = 0; i < plan.bench().steps().size(); i++) {
            step(i, plan.bench().steps().get(i));
        }
        sheet.heading("Timeline");
        sheet.html()
                .element(
                        "figure",
                        () -> sheet.html().trusted(SheetFigure.embed(TimelineFigure.draw(plan), "timeline-")));
        sheet.heading("Deviations and observations");
        sheet.table("lines", "", List.of("_"), List.of(List.of(""), List.of(""), List.of(""), List.of("")));
        sheet.heading("Afterwards");
        sheet.paragraph("Name every plate in the reader exactly as on its map. Then:", "note");
        sheet.html().element("p", command(), "class", "command");
    }

    private void step(int index, Step step) {
        Html html = sheet.html();
        html.element(
                "div",
                () -> {
                    html.element("h3", index + 1 + ". " + Sheet.bench(step.title()));
                    html.element("p", Sheet.bench(times(step)), "class", "times");
                    sheet.actions(step.actions());
                    clock(index);
                },
                "class",
                "step");
    }

    private static String times(Step step) {
        List<String> parts = new ArrayList<>();
        parts.add(step.handsMinutes() + " min at the bench" + (step.eachPlate() ? ", each plate" : ""));
        if (step.waitMinutes() > 0) {
            parts.add("then " + duration(step.waitMinutes()) + " waiting");
        }
        if (!step.temperature().isEmpty()) {
            parts.add(step.temperature());
        }
        return String.join(" · ", parts);
    }

    /** Minutes as people say them. */
    static String duration(int minutes) {
        if (minutes < 120) {
            return minutes + " min";
        }
        int hours = minutes / 60;
        return hours + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }

    /** Planned times and room for the real ones. */
    private void clock(int index) {
        Timeline timeline = plan.timeline();
        List<List<String>> rows = new ArrayList<>();
        for (Timeline.Task task : timeline.tasks()) {
            if (task.step() == index) {
                rows.add(List.of(
                        task.plate().isEmpty() ? "all" : task.plate(),
                        timeline.clock(task.from()),
                        timeline.clock(task.end()),
                        "",
                        "",
                        ""));
            }
        }
        sheet.table("clock", "", List.of("Plate", "Begin", "End", "_Began", "_Ended", "_Initials"), rows);
    }

    private String command() {
        StringBuilder command = new StringBuilder("kindlin analyze " + plan.assay() + " EXPORT... --layout layout.csv");
        plan.use()
                .analysis()
                .forEach((key, value) -> command.append(" --set \"")
                        .append(key)
                        .append('=')
                        .append(value)
                        .append('"'));
        return command.toString();
    }
}
