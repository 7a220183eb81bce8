package org.kindlin.study.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook, part by part, as Office Open XML (ECMA-376) has it. */
class XlsxFileTest {
    @TempDir
    private Path folder;

    private static Map<String, String> parts(byte[] workbook) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static String part(Map<String, String> parts, String name) {
        return Objects.requireNonNull(parts.get(name), name);
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void everyTableIsASheetWithAFrozenHeaderAndNoFormula() throws IOException {
        ExportContent content = ExportFixture.content(folder);
        Map<String, String> parts = parts(new StudyTables(content).xlsx());
        List<String> names = new ArrayList<>(List.of("about"));
        ExportTables.of(content).forEach(table -> names.add(table.name()));
        assertThat(found("(?<=<sheet name=\")[^\"]+", part(parts, "xl/workbook.xml")))
                .isEqualTo(names);
        for (int i = 2; i <= names.size(); i++) {
            String sheet = part(parts, "xl/worksheets/sheet" + i + ".xml");
            assertThat(sheet)
                    .contains("ySplit=\"1\"")
                    .contains("state=\"frozen\"")
                    .doesNotContain("<f>");
        }
        assertThat(part(parts, "xl/sharedStrings.xml"))
                .contains(">dose<") // its unit differs between the experiments
                .contains("=SUM(A1)")
                .contains("SIMULATED DATA");
    }

    @Test
    void cellsAreTypedAndATextIsNeverAFormula() throws IOException {
        List<TableColumn> columns = List.of(
                new TableColumn("text", ColumnType.TEXT, "", "", ""),
                new TableColumn("dose", ColumnType.NUMBER, "", "unit", ""),
                new TableColumn("unit", ColumnType.TEXT, "", "", ""),
                new TableColumn("n", ColumnType.WHOLE, "wells", "", ""),
                new TableColumn("ok", ColumnType.FLAG, "", "", ""));
        List<List<Cell>> rows = List.of(
                List.of(
                        Cell.of("=1+1"),
                        new Cell.Numeric(0.1 + 0.2),
                        Cell.of("nM"),
                        new Cell.Whole(3),
                        new Cell.Flag(true)),
                List.of(
                        Cell.of("a\u0000\u0001b"),
                        new Cell.Missing(),
                        Cell.of("nM"),
                        new Cell.Whole(4),
                        new Cell.Flag(false)));
        byte[] workbook = XlsxFile.bytes(List.of(new ExportTable("t", "", columns, rows)), List.of());
        Map<String, String> parts = parts(workbook);
        String strings = part(parts, "xl/sharedStrings.xml");
        assertThat(strings)
                .contains(">=1+1<")
                .contains(">dose [nM]<")
                .contains(">n [wells]<")
                .contains(">ab<");
        String sheet = part(parts, "xl/worksheets/sheet2.xml");
        assertThat(found("<c r=\"A2\"[^>]*t=\"s\"", sheet)).hasSize(1);
        assertThat(sheet)
                .contains("<c r=\"B2\" t=\"n\"><v>0.30000000000000004</v></c>")
                .contains("<c r=\"E2\" t=\"b\"><v>1</v></c>");
        assertThat(sheet).doesNotContain("r=\"B3\"");
        assertThat(part(parts, "docProps/core.xml")).contains("2026-01-01T00:00:00Z");
        assertThat(XlsxFile.bytes(List.of(new ExportTable("t", "", columns, rows)), List.of()))
                .isEqualTo(workbook);
    }

    @Test
    void aTextLongerThanACellIsCutVisibly() {
        assertThat(XlsxFile.cut("x".repeat(40_000))).hasSize(32_767).endsWith("\u2026");
    }
}
