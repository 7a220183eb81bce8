package org.kindlin.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.assays.workbook.WorkbookReader;
import org.kindlin.fault.Faults;
import org.kindlin.lab.plan.growth.GrowthPlan;
import org.kindlin.lab.plan.growth.GrowthPlanner;
import org.kindlin.study.report.PaperSize;

class GrowthPlanFilesTest {
    private static GrowthPlan plan() {
        StringBuilder csv = new StringBuilder("animal,cage,volume,weight\n");
        for (int i = 1; i <= 20; i++) {
            csv.append("A")
                    .append(i)
                    .append(",C")
                    .append(i / 5)
                    .append(',')
                    .append(100 + 2 * i)
                    .append(",22\n");
        }
        RawFile animals = new RawFile("animals.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        Settings settings = Settings.of(Map.of("simulations", "20", "sizes", "4", "animals", "4"));
        return GrowthPlanner.plan(settings, Optional.of(animals), 1, _ -> {});
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    @Test
    void blindedFilesNameNoArm() {
        Map<String, byte[]> files = GrowthPlanFiles.of(plan(), PaperSize.A4);
        assertThat(files.keySet())
                .containsExactly(
                        "plan.json",
                        "allocation-key.csv",
                        "animals-blinded.csv",
                        "dosing.csv",
                        "calipers.csv",
                        "power.csv",
                        "power.svg",
                        "worksheet.html",
                        "worksheet.pdf",
                        "worksheet.xlsx");
        assertThat(text(files, "allocation-key.csv")).contains("vehicle");
        for (String blinded : new String[] {"animals-blinded.csv", "dosing.csv", "calipers.csv"}) {
            assertThat(text(files, blinded)).doesNotContain("vehicle").doesNotContain("defactinib");
        }
        assertThat(text(files, "plan.json")).contains("allocationSha256");
        assertThat(text(files, "worksheet.html")).contains("SIMULATED");
    }

    /** The first sheet is the caliper sheet; numbers are numbers, animals are text, and no sheet names an arm. */
    @Test
    void theWorkbookIsBlindedAndComesBack() {
        byte[] book = GrowthPlanFiles.of(plan(), PaperSize.A4).getOrDefault("worksheet.xlsx", new byte[0]);
        Faults faults = new Faults();
        List<TextTable> sheets = WorkbookReader.read(new RawFile("worksheet.xlsx", book), faults);
        assertThat(faults.all()).isEmpty();
        assertThat(sheets).hasSize(5);
        assertThat(sheets.getFirst().rows().getFirst().cells()).startsWith("animal", "day", "length_mm", "width_mm");
        assertThat(sheets.getFirst().rows().get(1).cell(0)).startsWith("A");
        assertThat(sheets)
                .flatMap(TextTable::rows)
                .flatMap(TextRow::cells)
                .noneMatch(cell -> cell.contains("vehicle") || cell.contains("defactinib"));
    }

    @Test
    void theSamePlanGivesTheSameFiles() {
        assertThat(text(GrowthPlanFiles.of(plan(), PaperSize.A4), "worksheet.html"))
                .isEqualTo(text(GrowthPlanFiles.of(plan(), PaperSize.A4), "worksheet.html"));
    }
}
