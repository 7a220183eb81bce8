package org.kindlin.study.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.text.SpreadsheetText;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlannedPlate;
import org.kindlin.lab.plan.Reagent;
import org.kindlin.lab.plan.Step;
import org.kindlin.lab.plan.Timeline;
import org.kindlin.lab.plan.Transfer;
import org.kindlin.lab.plan.WellContent;

/** The worksheet as a workbook: a sheet each for what to take, mix, dilute, lay out and do. No cell is a formula. */
final class WorksheetBook {
    private static final int LONGEST_NAME = 31;

    /** The form that application versions have in a workbook; it says nothing of Kindlin's own. */
    static final String FORMAT_VERSION = "01.0000";

    private final Plan plan;

    private WorksheetBook(Plan plan) {
        this.plan = plan;
    }

    static byte[] write(Plan plan) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try (Workbook book = new Workbook(out, "Kindlin", FORMAT_VERSION)) {
            new WorksheetBook(plan).sheets(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void sheets(Workbook book) throws IOException {
        table(book, "Plan", List.of("What", "Value"), overview());
        table(
                book,
                "Materials",
                List.of("Item", "What to take", "Used", "Lot", "Expiry or opened"),
                plan.bench().materials().stream()
                        .map(one -> List.<Object>of(one.name(), one.detail(), one.amount(), "", ""))
                        .toList());
        table(book, "Reagents", List.of("Reagent", "Part", "From", "Strength in it", "uL", "Done"), reagents());
        table(book, "Dilutions", DilutionTable.HEADER, DilutionTable.rows(plan));
        for (PlannedPlate plate : plan.chemistry().vessels()) {
            plate(book, plate);
        }
        for (PlannedPlate plate : plan.plates()) {
            plate(book, plate);
        }
        table(book, "Steps", List.of("Step", "Title", "What to do", "Where it matters", "Done"), steps());
        table(
                book,
                "Timeline",
                List.of("Step", "Title", "Plate", "Begin", "Hands free", "End", "Began", "Ended"),
                timeline());
        table(book, "Transfers", List.of("Part", "Moved by", "From", "To", "uL", "Mix"), transfers());
    }

    static void table(Workbook book, String name, List<String> header, List<List<Object>> rows) {
        Worksheet sheet = book.newWorksheet(name);
        for (int column = 0; column < header.size(); column++) {
            sheet.value(0, column, header.get(column));
            sheet.style(0, column).bold().set();
            int widest = header.get(column).length();
            for (int row = 0; row < rows.size(); row++) {
                Object value = rows.get(row).get(column);
                put(sheet, row + 1, column, value);
                widest = Math.max(widest, value.toString().length());
            }
            sheet.width(column, Math.min(70, widest + 2));
        }
        sheet.freezePane(0, 1);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.pageOrientation("landscape");
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, SpreadsheetText.guard(Sheet.bench(value.toString())));
        }
    }

    private List<List<Object>> overview() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("Title", plan.title()));
        rows.add(List.of("Protocol", plan.remarks().source()));
        rows.add(List.of("Seed", Long.toString(plan.seed())));
        plan.settings()
                .forEach(entry -> rows.add(List.of(
                        entry.name() + (entry.stated() ? "" : " (default)"),
                        entry.value().asText())));
        plan.remarks().warnings().forEach(warning -> rows.add(List.of("Before you begin", warning.message())));
        plan.remarks().assumptions().forEach(text -> rows.add(List.of("Assumed [A]", text)));
        return rows;
    }

    private List<List<Object>> reagents() {
        List<List<Object>> rows = new ArrayList<>();
        for (Reagent reagent : plan.bench().reagents()) {
            rows.add(List.of(
                    reagent.name(),
                    "total: " + reagent.use(),
                    "",
                    "",
                    reagent.total().microlitres(),
                    ""));
            for (Reagent.Part part : reagent.parts()) {
                Object volume =
                        part.volume().<Object>map(one -> one.microlitres()).orElse("");
                rows.add(List.of(reagent.name(), part.name(), part.stock(), part.strength(), volume, ""));
            }
        }
        return rows;
    }

    private static void plate(Workbook book, PlannedPlate plate) {
        String name = ("Plate " + plate.name()).replaceAll("[\\[\\]:*?/\\\\']", "-");
        Worksheet sheet = book.newWorksheet(name.substring(0, Math.min(LONGEST_NAME, name.length())));
        for (int column = 0; column < plate.format().columns(); column++) {
            sheet.value(0, column + 1, column + 1);
            sheet.width(column + 1, 6);
        }
        for (int row = 0; row < plate.format().rows(); row++) {
            sheet.value(row + 1, 0, WellAddress.letters(row));
            for (int column = 0; column < plate.format().columns(); column++) {
                WellContent content = plate.wells().get(new WellAddress(row, column));
                if (content != null) {
                    sheet.value(row + 1, column + 1, SpreadsheetText.guard(content.code()));
                }
            }
        }
        sheet.fitToWidth((short) 1);
        sheet.pageOrientation("landscape");
    }

    private List<List<Object>> steps() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < plan.bench().steps().size(); i++) {
            Step step = plan.bench().steps().get(i);
            for (String action : step.actions()) {
                rows.add(List.of(i + 1, step.title(), action, step.temperature(), ""));
            }
        }
        return rows;
    }

    private List<List<Object>> timeline() {
        List<List<Object>> rows = new ArrayList<>();
        Timeline timeline = plan.timeline();
        for (Timeline.Task task : timeline.tasks()) {
            rows.add(List.of(
                    task.step() + 1,
                    plan.bench().steps().get(task.step()).title(),
                    task.plate().isEmpty() ? "all" : task.plate(),
                    timeline.clock(task.from()),
                    timeline.clock(task.handsEnd()),
                    timeline.clock(task.end()),
                    "",
                    ""));
        }
        return rows;
    }

    private List<List<Object>> transfers() {
        List<List<Object>> rows = new ArrayList<>();
        for (Transfer move : plan.chemistry().transfers()) {
            rows.add(List.of(
                    move.stage().title(),
                    move.handler().title(),
                    move.from().toString(),
                    move.to().toString(),
                    move.volume().microlitres(),
                    move.mix() ? "yes" : ""));
        }
        return rows;
    }
}
