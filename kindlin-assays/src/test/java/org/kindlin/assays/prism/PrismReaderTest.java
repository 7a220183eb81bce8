package org.kindlin.assays.prism;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TextRow;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;

/** Prism files against what the R package pzfx (0.3.0) reads from the same files, and hostile ones. */
class PrismReaderTest {

    private static List<Fault> faults(RawFile file) {
        Faults faults = new Faults();
        Optional<PrismProject> project = PrismReader.read(file, faults);
        assertThat(project).isEmpty();
        return faults.all();
    }

    @Test
    void replicatesAndExcludedValuesAreAsPzfxReadsThem() {
        PrismTable table = PrismSamples.read(PrismSamples.file("xy_4_strike.pzfx"))
                .tables()
                .getFirst();
        assertThat(table.title()).isEqualTo("Data 1");
        assertThat(table.kind()).isEqualTo(PrismTable.Kind.XY);
        assertThat(table.rowTitles()).containsExactly("A", "B", "C");
        assertThat(table.y()).extracting(PrismColumn::title).containsExactly("Ya", "Yb", "Yc");
        // inst/testdata/x_y_with_strike_star.tab of pzfx: an asterisk marks what is struck out
        List<String> second = table.y().stream()
                .flatMap(column -> column.subcolumns().stream())
                .map(cells -> cells.get(1).text() + (cells.get(1).excluded() ? "*" : ""))
                .toList();
        assertThat(second).containsExactly("90.*", "60.*", "2.*", "9.", "5.", "2.");
    }

    @Test
    void aTidyTableHasARowForEachValueOnTheLineThatHoldsIt() {
        RawFile file = PrismSamples.file("xy_4_strike.pzfx");
        PrismTable table = PrismSamples.read(file).tables().getFirst();
        List<TextRow> rows = PrismTidy.of("f", table, "compound").rows();
        assertThat(rows).hasSize(18);
        assertThat(rows.get(0).cells()).containsExactly("1.", "100.", "Ya", "1", "A", "");
        assertThat(rows.get(3).cells()).containsExactly("2.", "60.", "Ya", "2", "B", PrismTidy.EXCLUDED);
        List<String> lines =
                new String(file.bytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(rows.get(3).line() - 1)).isEqualTo("<d Excluded=\"1\">60.</d>");
    }

    @Test
    void aDecimalCommaIsRead() {
        PrismTable table = PrismSamples.read(PrismSamples.file("comma_decimal.pzfx"))
                .tables()
                .getFirst();
        assertThat(table.kind()).isEqualTo(PrismTable.Kind.COLUMN);
        assertThat(PrismTidy.of("f", table, "dataSet").rows().getFirst().cell(1))
                .isEqualTo("3.5");
    }

    @Test
    void ofMeansWithErrorsTheMeanIsTheValue() {
        PrismTable table = PrismSamples.read(PrismSamples.file("x_error_y_sdn.pzfx"))
                .tables()
                .getFirst();
        assertThat(table.holdsReplicates()).isFalse();
        List<TextRow> rows = PrismTidy.of("f", table, "dataSet").rows();
        assertThat(rows).extracting(row -> row.cell(0) + " " + row.cell(1)).containsExactly("1 100", "2 90", "3 80");
    }

    @Test
    void titlesAreUniqueAndNeverEmpty() {
        String xml = """
                <GraphPadPrismFile xmlns="http://graphpad.com/prism/Prism.htm"><Table TableType="XY"><Title>t</Title>
                <XColumn><Subcolumn><d>1</d></Subcolumn></XColumn>
                <YColumn><Title>a</Title><Subcolumn><d>1</d></Subcolumn></YColumn>
                <YColumn><Title/><Subcolumn><d>2*</d></Subcolumn></YColumn>
                <YColumn><Title>a</Title><Subcolumn><d>3</d></Subcolumn></YColumn>
                </Table></GraphPadPrismFile>""";
        PrismTable table = PrismSamples.read(PrismSamples.text(xml)).tables().getFirst();
        List<TextRow> rows = PrismTidy.of("f", table, "dataSet").rows();
        assertThat(rows).extracting(row -> row.cell(2)).containsExactly("a", "Data Set-B", "a (2)");
        assertThat(rows.get(1).cell(5)).as("an asterisk excludes").isEqualTo(PrismTidy.EXCLUDED);
    }

    @Test
    void hugeTablesAndOtherEncodingsAreRead() {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><GraphPadPrismFile><HugeTable TableType=\"TwoWay\">"
                + "<Title>\u03b1</Title><YColumn><Subcolumn><d>1</d></Subcolumn></YColumn></HugeTable></GraphPadPrismFile>";
        RawFile file = new RawFile("p.pzfx", xml.getBytes(StandardCharsets.UTF_16));
        assertThat(PrismFiles.isProject(file)).isTrue();
        assertThat(PrismSamples.read(file).tables().getFirst().title()).isEqualTo("\u03b1");
    }

    @Test
    void entitiesAreRefusedAndNoFileIsFetched() {
        String external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<GraphPadPrismFile><Table>"
                + "<Title>&e;</Title></Table></GraphPadPrismFile>";
        assertThat(faults(PrismSamples.text(external)).toString())
                .contains("document type declaration")
                .doesNotContain("root:");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"&a")
                    .append(i - 1)
                    .append(";&a")
                    .append(i - 1)
                    .append(";\">");
        }
        laughs.append("]><GraphPadPrismFile><Table><Title>&a29;</Title></Table></GraphPadPrismFile>");
        assertThat(faults(PrismSamples.text(laughs.toString()))).hasSize(1);
    }

    @Test
    void deepNestingIsRefused() {
        String deep = "<GraphPadPrismFile>" + "<a>".repeat(100_000);
        assertThat(faults(PrismSamples.text(deep)).toString()).contains("nested deeper");
        String inCell = "<GraphPadPrismFile><Table><Title>" + "<b>".repeat(100_000);
        assertThat(faults(PrismSamples.text(inCell)).toString()).contains("nested deeper");
    }

    @Test
    void aFileThatIsCutOffSaysWhere() {
        byte[] whole = PrismSamples.file("xy_4_strike.pzfx").bytes();
        RawFile cut = new RawFile("p.pzfx", Arrays.copyOf(whole, whole.length / 2));
        assertThat(faults(cut)).singleElement().satisfies(fault -> {
            assertThat(fault.place()).matches("line \\d+");
            assertThat(fault.remedy()).contains("cut off");
        });
    }

    @ParameterizedTest
    @CsvSource({"PCFFGRA4, .pzf", "PCFFGRAF, Prism 3", "'PK\u0003\u0004document.json', .prism"})
    void otherFilesOfPrismAreRefusedByName(String start, String name) {
        RawFile file = new RawFile("x.bin", (start + "...").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(PrismFiles.refused(file)).hasValueSatisfying(fault -> {
            assertThat(fault.problem()).contains(name);
            assertThat(fault.remedy()).contains("save it as .pzfx");
        });
        assertThat(PrismFiles.refused(PrismSamples.text("a,b\n1,2\n"))).isEmpty();
    }

    @Test
    void whatIsWrittenReadsBack() {
        PrismTable table = PrismSamples.read(PrismSamples.file("xy_4_strike.pzfx"))
                .tables()
                .getFirst();
        PrismProject project = new PrismProject(
                List.of(new PrismProject.InfoSheet(
                        "i", "a < b & c", List.of(new PrismProject.Constant("n", "v\u0001\"")))),
                List.of(table));
        byte[] written = PrismWriter.write(project, "Kindlin", "1");
        PrismProject again = PrismSamples.read(new RawFile("p.pzfx", written));
        assertThat(again.info().getFirst().notes()).isEqualTo("a < b & c");
        assertThat(again.info().getFirst().constants().getFirst().value()).isEqualTo("v\"");
        assertThat(tidy(again)).isEqualTo(tidy(project));
        assertThat(PrismWriter.write(project, "Kindlin", "1")).isEqualTo(written);
    }

    private static List<List<String>> tidy(PrismProject project) {
        return PrismTidy.of("f", project.tables().getFirst(), "d").rows().stream()
                .map(TextRow::cells)
                .toList();
    }
}
