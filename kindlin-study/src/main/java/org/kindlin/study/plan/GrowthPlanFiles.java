package org.kindlin.study.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindlin.assays.text.CsvText;
import org.kindlin.lab.plan.growth.Allocation;
import org.kindlin.lab.plan.growth.GrowthPlan;
import org.kindlin.lab.plan.growth.PowerCurve;
import org.kindlin.study.report.PaperSize;

/**
 * Every file of a planned growth study: a pure function of the plan. What the blinded may see and the key to it are in files of
 * their own.
 */
public final class GrowthPlanFiles {
    private GrowthPlanFiles() {}

    /** Names and contents, in the order in which they are listed. */
    public static Map<String, byte[]> of(GrowthPlan plan, PaperSize paper) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        put(files, PlanFiles.PLAN, GrowthPlanJson.write(plan));
        plan.allocation().ifPresent(allocation -> {
            put(files, "allocation-key.csv", CsvText.of(key(allocation)));
            put(files, "animals-blinded.csv", CsvText.of(blinded(allocation)));
            put(files, "dosing.csv", CsvText.of(dosing(plan, allocation)));
            put(files, "calipers.csv", CsvText.of(calipers(plan, allocation)));
        });
        put(files, "power.csv", CsvText.of(power(plan)));
        put(files, "power.svg", PowerFigure.draw(plan).svg());
        WorksheetPage page = new WorksheetPage(
                "Tumour growth study",
                "growth plan, seed " + plan.seed(),
                sheet -> new GrowthWorksheet(sheet, plan).write());
        put(files, "worksheet.html", page.html(paper));
        files.put("worksheet.pdf", page.pdf(paper));
        files.put("worksheet.xlsx", GrowthBook.write(plan));
        return files;
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static List<List<String>> key(Allocation allocation) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("animal", "arm", "code"));
        allocation
                .animals()
                .forEach(one -> rows.add(List.of(one.animal().id(), one.arm(), allocation.code(one.arm()))));
        return rows;
    }

    static List<List<String>> blinded(Allocation allocation) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("animal", "cage", "code", "volume_mm3", "weight_g"));
        allocation
                .animals()
                .forEach(one -> rows.add(List.of(
                        one.animal().id(),
                        one.animal().cage(),
                        allocation.code(one.arm()),
                        CsvText.number(one.animal().volume()),
                        one.animal().weight().isPresent()
                                ? CsvText.number(one.animal().weight().getAsDouble())
                                : "")));
        return rows;
    }

    static List<List<String>> dosing(GrowthPlan plan, Allocation allocation) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("animal", "code", "weight_g", "volume_uL", "times_a_day"));
        allocation
                .animals()
                .forEach(one -> one.animal()
                        .weight()
                        .ifPresent(weight -> rows.add(List.of(
                                one.animal().id(),
                                allocation.code(one.arm()),
                                CsvText.number(weight),
                                CsvText.number(plan.dosing().microlitres(weight)),
                                Integer.toString(plan.dosing().perDay())))));
        return rows;
    }

    /** An empty caliper sheet that the analysis reads once it is filled in, with the key as a further file. */
    static List<List<String>> calipers(GrowthPlan plan, Allocation allocation) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("animal", "day", "length_mm", "width_mm", "body_weight_g", "operator", "removal_reason"));
        for (double day : plan.truth().days()) {
            allocation
                    .animals()
                    .forEach(one -> rows.add(List.of(one.animal().id(), CsvText.number(day), "", "", "", "", "")));
        }
        return rows;
    }

    static List<List<String>> power(GrowthPlan plan) {
        List<List<String>> rows = new ArrayList<>();
        boolean costed = plan.power().isCosted();
        List<String> header = List.of("animals_per_arm", "power", "low", "high", "removed_per_study", "cost");
        rows.add(costed ? header : header.subList(0, header.size() - 1));
        for (PowerCurve.Point point : plan.power().points()) {
            List<String> row = List.of(
                    Integer.toString(point.animals()),
                    fixed(point.power()),
                    fixed(point.low()),
                    fixed(point.high()),
                    fixed(point.removed()),
                    CsvText.number(point.cost()));
            rows.add(costed ? row : row.subList(0, row.size() - 1));
        }
        return rows;
    }

    static String fixed(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
