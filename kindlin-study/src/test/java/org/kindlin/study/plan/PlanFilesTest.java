package org.kindlin.study.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.map.PlateMapReader;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlannedLab;
import org.kindlin.lab.plan.Planner;
import org.kindlin.study.report.PaperSize;

class PlanFilesTest {
    @TempDir
    private Path temporary;

    private static Plan kinase(Map<String, String> settings) {
        return Planner.plan(Planner.find("kinase").orElseThrow(), Settings.of(settings), 1);
    }

    private static String text(Plan plan, String file) {
        byte[] bytes = PlanFiles.data(plan).get(file);
        assertThat(bytes).as(file).isNotNull();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void theLayoutIsThePlateMapThatTheAnalysisReadsBack() {
        Plan plan = kinase(Map.of("targets", "FAK, Pyk2", "arrangement", "randomised", "form", "HCl"));
        Faults faults = new Faults();
        byte[] bytes = text(plan, "layout.csv").getBytes(StandardCharsets.UTF_8);
        PlateMap read = PlateMapReader.read(new RawFile("layout.csv", bytes), faults);
        assertThat(faults.all()).isEmpty();
        assertThat(read.wells()).isEqualTo(plan.layout().wells());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hand", "echo", "hamilton", "opentrons-ot2", "opentrons-flex"})
    void everyPlanIsValidUnderTheSchema(String handler) {
        String json =
                text(kinase(Map.of("handler", handler, "wells", "384", "compounds", "defactinib, b")), "plan.json");
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(PlanSchema.text(), InputFormat.JSON);
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinase", "viability", "elisa", "collagen"})
    void theVirtualLabPerformsThePlanOfEveryPlateAssayFromItsFolder(String assay) {
        Plan plan = Planner.plan(Planner.find(assay).orElseThrow(), Settings.of(Map.of()), 2);
        PlanFolder.write(temporary.resolve(assay), PlanFiles.data(plan));
        PlannedLab lab = PlanReader.read(temporary.resolve(assay), assay);
        assertThat(lab.map().wells()).isEqualTo(plan.layout().wells());
        List<String> files =
                lab.files(Settings.of(Map.of()), 3).stream().map(LabFile::name).toList();
        assertThat(files).hasSizeGreaterThan(plan.plates().size()).contains("layout.csv", "truth.json");
    }

    @Test
    void dilutionsOfASmallPlan() {
        Plan plan = kinase(Map.of("doses", "3", "fold", "10", "form", "free base"));
        assertThat(text(plan, "dilutions.csv")).isEqualTo("""
                compound,form,dose,nominal_nM,assay_nM,series_uM,series_well,made_from,take_uL,dmso_uL,source_well,into_source_uL,diluent_uL
                defactinib,free base,1,1000,1000,200,DMSO-1 A1,stock,2,98,Buffer-1 A1,2,78
                defactinib,free base,2,100,100,20,DMSO-1 A2,DMSO-1 A1,2,18,Buffer-1 A2,2,78
                defactinib,free base,3,10,10,2,DMSO-1 A3,DMSO-1 A2,2,18,Buffer-1 A3,2,78
                """);
    }

    @Test
    void echoListsNamePlatesAndUnpaddedWellsAndDroplets() {
        List<String> lines = text(kinase(Map.of("handler", "echo", "wells", "384")), "picklist-echo.csv")
                .lines()
                .toList();
        assertThat(lines.getFirst())
                .isEqualTo(
                        "Source Plate Name,Source Plate Barcode,Source Plate Type,Source Well,Destination Plate Name,"
                                + "Destination Plate Barcode,Destination Well,Transfer Volume");
        assertThat(lines.subList(1, lines.size()))
                .hasSize(58)
                .allMatch(line ->
                        line.matches("Source-1,Source-1,384PP_DMSO2,[A-P]\\d\\d?,FAK-1,FAK-1,[A-P][1-9]\\d?,50"));
    }

    @Test
    void opentronsProtocolHoldsEveryTransfer() {
        Plan plan = kinase(Map.of("handler", "opentrons-ot2"));
        String python = text(plan, "picklist-opentrons-ot2.py");
        assertThat(python)
                .contains("requirements = {\"robotType\": \"OT-2\", \"apiLevel\": \"2.15\"}")
                .doesNotContain("@");
        assertThat(python.lines().filter(line -> line.matches(" {4}\\(\".*, (True|False)\\),")))
                .hasSameSizeAs(plan.chemistry().transfers());
    }

    @Test
    void namesThatASpreadsheetWouldComputeAreDefused() {
        Plan plan = kinase(Map.of("compounds", "+b"));
        assertThat(text(plan, "dilutions.csv")).contains("'+b");
        assertThat(text(plan, "layout.csv")).contains("'+b");
    }

    @Test
    void worksheetsHoldEveryDoseStepAndPlateAndTheSameBytesTwice() {
        Plan plan = kinase(Map.of("targets", "FAK, Pyk2", "form", "HCl", "massMg", "5"));
        String html = Worksheet.html(plan, PaperSize.A4);
        plan.bench().steps().forEach(step -> assertThat(html).contains(step.title()));
        plan.plates().forEach(plate -> assertThat(html).contains(plate.name() + ": " + plate.target()));
        assertThat(html)
                .contains(">182.8<")
                .contains(">914.2<")
                .contains("[A]")
                .doesNotContain("http://www.w3.org/2000/svg'");
        byte[] pdf = Worksheet.pdf(plan, PaperSize.LETTER);
        assertThat(pdf)
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII))
                .isEqualTo(Worksheet.pdf(plan, PaperSize.LETTER));
    }

    @Test
    void noCellOfTheWorkbookIsAFormula() throws IOException {
        Path book = temporary.resolve("worksheet.xlsx");
        Files.write(book, WorksheetBook.write(kinase(Map.of("compounds", "-x"))));
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(book.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(all.toString()).contains("&apos;-x").doesNotContain("<f>").doesNotContain(">-x<");
    }

    @Test
    void allFilesOrNone() throws IOException {
        Path folder = temporary.resolve("plan");
        Map<String, byte[]> files = Map.of("a.txt", new byte[] {1}, "b.txt", new byte[] {2});
        assertThat(PlanFolder.write(folder, files)).hasSize(2).allMatch(Files::exists);
        assertThatThrownBy(() -> PlanFolder.write(folder, files))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("holds files already");
        Path never = temporary.resolve("never");
        assertThatThrownBy(() -> PlanFolder.write(never, Map.of("no/such/folder.txt", new byte[1])))
                .isInstanceOf(InputFaultException.class);
        assertThat(never).doesNotExist();
        try (var left = Files.list(temporary)) {
            assertThat(left).containsExactly(folder);
        }
    }

    @Test
    void aPlanIsReadBackForTheVirtualLab() throws IOException {
        Plan plan = kinase(Map.of("targets", "FAK, Pyk2", "plates", "2"));
        PlanFolder.write(temporary.resolve("plan"), PlanFiles.data(plan));
        PlannedLab read = PlanReader.read(temporary.resolve("plan"), "kinase");
        assertThat(read.map().wells()).isEqualTo(plan.layout().wells());
        assertThat(read.runs()).isEqualTo(plan.use().lab());
        assertThat(read.files(Settings.of(Map.of()), 3))
                .extracting(file -> file.name())
                .containsExactly("fak-1.csv", "fak-2.csv", "pyk2-1.csv", "pyk2-2.csv", "layout.csv", "truth.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"plan\":\"kinase\"}",
                "{\"plan\":\"kinase\",\"plates\":[{\"wells\":7}]}",
                "{\"plan\":3,\"plates\":{},\"lab\":[{\"plates\":\"x\",\"settings\":[1]}]}"
            })
    void whatIsNoPlanIsAFault(String json) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("ruined"));
        Files.writeString(folder.resolve("plan.json"), json);
        Files.writeString(folder.resolve("layout.csv"), "well,role\nA1,vehicle\n");
        assertThatThrownBy(() -> PlanReader.read(folder, "kinase")).isInstanceOf(InputFaultException.class);
    }
}
