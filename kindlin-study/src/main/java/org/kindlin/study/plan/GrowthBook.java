package org.kindlin.study.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.kindlin.lab.plan.growth.Allocation;
import org.kindlin.lab.plan.growth.GrowthPlan;

/**
 * The worksheet of a growth study as a workbook. The caliper sheet comes first, so that the analysis reads the filled book; arms stand
 * under their codes only, the key being in a file of its own.
 */
final class GrowthBook {
    private static final Set<String> NAMES = Set.of("animal", "cage", "code");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

    private GrowthBook() {}

    static byte[] write(GrowthPlan plan) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        try (Workbook book = new Workbook(out, "Kindlin", WorksheetBook.FORMAT_VERSION)) {
            if (plan.allocation().isPresent()) {
                Allocation allocation = plan.allocation().get();
                sheet(book, "Calipers", GrowthPlanFiles.calipers(plan, allocation));
                sheet(book, "Dosing", GrowthPlanFiles.dosing(plan, allocation));
                sheet(book, "Animals", GrowthPlanFiles.blinded(allocation));
            }
            sheet(book, "Power", GrowthPlanFiles.power(plan));
            sheet(book, "Plan", about(plan));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<List<String>> about(GrowthPlan plan) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("What", "Value"));
        rows.add(List.of("Seed", Long.toString(plan.seed())));
        plan.allocation().ifPresent(allocation -> rows.add(List.of("SHA-256 of the allocation", allocation.hash())));
        rows.add(List.of("Power", "SIMULATED studies under assumed growth rates; see plan.json"));
        plan.warnings().forEach(warning -> rows.add(List.of("Before you begin", warning.message())));
        return rows;
    }

    /** Numbers become numbers, names of animals and cages stay text however they look. */
    private static void sheet(Workbook book, String name, List<List<String>> rows) {
        List<String> header = rows.getFirst();
        List<List<Object>> body = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            List<Object> cells = new ArrayList<>();
            for (int column = 0; column < row.size(); column++) {
                String text = row.get(column);
                boolean isNumber = !NAMES.contains(header.get(column))
                        && NUMBER.matcher(text).matches();
                cells.add(isNumber ? (Object) Double.valueOf(text) : text);
            }
            body.add(cells);
        }
        WorksheetBook.table(book, name, header, body);
    }
}
