package org.kindlin.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
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
        return plan(Map.of());
    }

    private static GrowthPlan plan(Map<String, String> more) {
        StringBuilder csv = new StringBuilder("animal,cage,volume,weight,sex\n");
        for (int i = 1; i <= 20; i++) {
            csv.append("A")
                    .append(i)
                    .append(",C")
                    .append(i / 5)
                    .append(',')
                    .append(100 + 2 * i)
                    .append(i % 3 == 0 ? ",20.1," : ",21.3,")
                    .append(i % 2 == 0 ? "f" : "m")
                    .append('\n');
        }
        RawFile animals = new RawFile("animals.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
        Map<String, String> settings = new HashMap<>(Map.of("simulations", "20", "sizes", "4", "animals", "4"));
        settings.putAll(more);
        return GrowthPlanner.plan(Settings.of(settings), Optional.of(animals), 1, _ -> {});
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

    /** What nobody stated has no column and no value; what was stated has both. */
    @Test
    void costIsShownOnlyWhereStated() {
        Map<String, byte[]> without = GrowthPlanFiles.of(plan(), PaperSize.A4);
        assertThat(List.of(text(without, "power.csv"), text(without, "plan.json"), text(without, "worksheet.html")))
                .noneMatch(text -> text.contains("\"cost\"") || text.contains(",cost") || text.contains(">cost<"));
        Map<String, byte[]> with = GrowthPlanFiles.of(plan(Map.of("costPerAnimal", "40")), PaperSize.A4);
        assertThat(text(with, "power.csv")).contains("removed_per_study,cost\n").contains(",640\n");
        assertThat(text(with, "plan.json")).contains("\"cost\":640");
        assertThat(text(with, "worksheet.html")).contains(">cost<");
    }

    @Test
    void animalsStandInTheOrderInWhichPeopleCount() {
        List<String> animals = text(GrowthPlanFiles.of(plan(), PaperSize.A4), "animals-blinded.csv")
                .lines()
                .skip(1)
                .map(line -> line.substring(1, line.indexOf(',')))
                .toList();
        assertThat(animals).hasSize(16).isSortedAccordingTo(Comparator.comparing(Integer::valueOf));
    }

    /** A mean of 20.830000000000002 g says nothing more than 20.83 g. */
    @Test
    void numbersOfThePlanEndWithTheirTenthDigit() {
        String json = text(GrowthPlanFiles.of(plan(Map.of("costPerAnimal", "41.1")), PaperSize.A4), "plan.json");
        assertThat(json).contains("meanWeight").doesNotContainPattern("\\d\\.\\d{12,}");
    }

    @Test
    void strataHaveTheirOwnBalance() {
        Map<String, byte[]> files =
                GrowthPlanFiles.of(plan(Map.of("randomisationMethod", "stratified", "stratum", "sex")), PaperSize.A4);
        assertThat(text(files, "worksheet.html"))
                .contains("Balance within strata")
                .contains("Stratum");
        assertThat(text(files, "plan.json").lines().filter(line -> line.contains("\"stratum\":\"f\"")))
                .hasSize(4)
                .allMatch(line -> line.contains("\"n\":2"));
        assertThat(text(GrowthPlanFiles.of(plan(), PaperSize.A4), "worksheet.html"))
                .doesNotContain("within strata");
    }
}
