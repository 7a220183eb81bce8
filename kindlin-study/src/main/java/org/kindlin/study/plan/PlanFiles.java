package org.kindlin.study.plan;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kindlin.assays.plate.map.PlateMapWriter;
import org.kindlin.lab.plan.Plan;
import org.kindlin.study.report.PaperSize;

/** Every file of a plan: a pure function of the plan. */
public final class PlanFiles {
    /** The plate map, which the analysis reads back. */
    public static final String LAYOUT = "layout.csv";

    /** The plan as JSON. */
    public static final String PLAN = "plan.json";

    private PlanFiles() {}

    /** Plan, plate map, dilutions and pick lists: names and contents, in the order in which they are listed. */
    static Map<String, byte[]> data(Plan plan) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        put(files, PLAN, PlanJson.write(plan));
        put(files, LAYOUT, PlateMapWriter.write(plan.layout(), false));
        put(files, "dilutions.csv", DilutionTable.csv(plan));
        PickLists.of(plan).forEach((name, text) -> put(files, name, text));
        return files;
    }

    /** Everything: the data, and the worksheet on this paper. */
    public static Map<String, byte[]> of(Plan plan, PaperSize paper) {
        Map<String, byte[]> files = data(plan);
        put(files, "worksheet.html", Worksheet.html(plan, paper));
        files.put("worksheet.pdf", Worksheet.pdf(plan, paper));
        files.put("worksheet.xlsx", WorksheetBook.write(plan));
        return files;
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
