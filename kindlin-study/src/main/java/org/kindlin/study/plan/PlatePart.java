package org.kindlin.study.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.lab.plan.Control;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlannedPlate;
import org.kindlin.lab.plan.WellContent;
import org.kindlin.study.report.Html;

/** A printed map of every plate: codes in a grid, controls set apart by their shade. */
final class PlatePart {
    private static final int LARGEST_PRINTED = 384;

    private final Sheet sheet;
    private final Plan plan;

    PlatePart(Sheet sheet, Plan plan) {
        this.sheet = sheet;
        this.plan = plan;
    }

    void write() {
        sheet.heading("Plate maps");
        sheet.paragraph(
                "A1, A2, ...: doses of compound A from the highest down (see Dilutions). " + controls()
                        + ". Empty: not used.",
                "note");
        List<PlannedPlate> plates = new ArrayList<>(plan.chemistry().vessels());
        plates.addAll(plan.plates());
        for (PlannedPlate plate : plates) {
            if (plate.format().size() <= LARGEST_PRINTED) {
                grid(plate);
            } else {
                sheet.paragraph(
                        "Plate " + plate.name() + " has " + plate.format().size()
                                + " wells, too many to print: see layout.csv.",
                        "note");
            }
        }
    }

    private String controls() {
        List<String> texts = plan.chemistry().controls().stream()
                .map(control -> control.code() + ": " + control.name())
                .toList();
        return String.join("; ", texts);
    }

    private void grid(PlannedPlate plate) {
        Html html = sheet.html();
        PlateFormat format = plate.format();
        html.element(
                "table",
                () -> {
                    html.element("caption", plate.name() + (plate.target().isEmpty() ? "" : ": " + plate.target()));
                    html.element(
                            "thead",
                            () -> html.element("tr", () -> {
                                html.element("th", "");
                                for (int column = 1; column <= format.columns(); column++) {
                                    html.element("th", Integer.toString(column));
                                }
                            }));
                    html.element("tbody", () -> {
                        for (int row = 0; row < format.rows(); row++) {
                            line(plate, row);
                        }
                    });
                },
                "class",
                "plate wells-" + format.size());
    }

    private void line(PlannedPlate plate, int row) {
        Html html = sheet.html();
        html.element("tr", () -> {
            html.element("th", WellAddress.letters(row));
            for (int column = 0; column < plate.format().columns(); column++) {
                Optional<WellContent> content =
                        Optional.ofNullable(plate.wells().get(new WellAddress(row, column)));
                html.element(
                        "td",
                        content.map(WellContent::code).orElse(""),
                        "class",
                        content.map(PlatePart::shade).orElse("none"));
            }
        });
    }

    private static String shade(WellContent content) {
        return content.role() == WellRole.SAMPLE ? "sample" : "control";
    }

    /** The codes of controls with their meaning, for other media. */
    static List<List<String>> legend(List<Control> controls) {
        return controls.stream()
                .map(control -> List.of(control.code(), control.name()))
                .toList();
    }
}
