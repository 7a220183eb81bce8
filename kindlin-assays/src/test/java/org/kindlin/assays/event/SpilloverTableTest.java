package org.kindlin.assays.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.event.flowjo.MatrixFileReader;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;

/** One matrix, as programs write it into files. */
class SpilloverTableTest {
    private static final double[][] MATRIX = {{1, 0.2}, {0.1, 1}};
    private static final String MATRIX_FILE = """
            <gating:gatingML xmlns:gating="g" xmlns:transforms="t" xmlns:data-type="d">
            <transforms:spilloverMatrix prefix="Comp-" name="Acquisition-defined" suffix="">
            <data-type:parameters><data-type:parameter data-type:name="A"/><data-type:parameter data-type:name="B"/>
            </data-type:parameters>
            <transforms:spillover data-type:parameter="B"><transforms:coefficient data-type:parameter="B"
            transforms:value="1"/><transforms:coefficient data-type:parameter="A" transforms:value="0.1"/>
            </transforms:spillover>
            <transforms:spillover data-type:parameter="A"><transforms:coefficient data-type:parameter="A"
            transforms:value="1"/><transforms:coefficient data-type:parameter="B" transforms:value="0.2"/>
            </transforms:spillover></transforms:spilloverMatrix></gating:gatingML>""";

    private final Faults faults = new Faults();
    private final Findings findings = new Findings("events.fcs", ReadingMode.LENIENT);

    private static FcsDataSet set() {
        byte[] bytes = new FcsText(new byte[] {1, 2}, "$DATATYPE", "I", "$TOT", "1")
                .parameter("A", 8, 256)
                .parameter("B", 8, 256)
                .with("$P2S", "CD4")
                .bytes();
        return FcsReader.read(bytes, new Findings("events.fcs", ReadingMode.LENIENT))
                .getFirst();
    }

    private Optional<Spillover> applied(String text) {
        return SpilloverTable.read(file(text), faults)
                .flatMap(matrix -> SpilloverTable.applied(matrix, "m.csv", set(), findings));
    }

    private static RawFile file(String text) {
        return new RawFile("m.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A,B\n1,0.2\n0.1,1\n",
                "\"\",\"A\",\"B\"\n\"A\",1,0.2\n\"B\",0.1,1\n",
                ",A,B\nB,0.1,1\nA,1,0.2\n",
                "dye,A,B\nFITC,1,0.2\nPE,0.1,1\n",
                ",A,B :: CD4\nA,1,0.2\nB :: CD4,0.1,1\n",
                "<a>;CD4\n1;0,2\n0,1;1\n",
                "Acquisition-defined\n<\t>\nA\tB\n1.0\t0.2\n0.1\t1.0\n"
            })
    void spellingsOfOneMatrix(String text) {
        Spillover matrix = applied(text).orElseThrow();

        assertThat(matrix.detectors()).containsExactly("A", "B");
        assertThat(matrix.matrix()).isDeepEqualTo(MATRIX);
        assertThat(findings.warnings()).isEmpty();
    }

    @Test
    void percentIsMadeFractionsAndTold() {
        assertThat(applied("A,B\n100,20\n10,100\n").orElseThrow().matrix()).isDeepEqualTo(MATRIX);
        assertThat(findings.warnings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.problem()).contains("percent"));
    }

    @Test
    void aChannelThatTheEventsLackIsAFault() {
        assertThat(applied("A,C\n1,0.2\n0.1,1\n")).isEmpty();
        assertThat(findings.faults().all())
                .singleElement()
                .asString()
                .contains("events.fcs: has no channel 'C', which the spillover matrix m.csv names");
    }

    @Test
    void twoNamesOfOneChannelAreAFault() {
        assertThat(applied("CD4,B\n1,0.2\n0.1,1\n")).isEmpty();
        assertThat(findings.faults().all()).hasSize(1);
    }

    @Test
    void aLineThatIsNoNumbersIsNamedWhereItStands() {
        assertThat(SpilloverTable.read(file("title\nA,B\n1,0.2\n0.1,one\n"), faults))
                .isEmpty();
        assertThat(faults.all()).singleElement().asString().startsWith("m.csv:line 4: is not 2 numbers");
    }

    @Test
    void rowsAndNumbersOfFlowJoBelongWhereTheirNamesSay() {
        Spillover matrix = MatrixFileReader.read(file(MATRIX_FILE), faults).orElseThrow();

        assertThat(MatrixFileReader.recognizes(file(MATRIX_FILE))).isTrue();
        assertThat(matrix.detectors()).containsExactly("A", "B");
        assertThat(matrix.matrix()).isDeepEqualTo(MATRIX);
    }

    @Test
    void brokenMatrixFilesAreOneFaultEach() {
        Map<String, String> broken = Map.of(
                MATRIX_FILE.replace("<transforms:coefficient data-type:parameter=\"B\" transforms:value=\"0.2\"/>", ""),
                        "not square",
                MATRIX_FILE.replace("spilloverMatrix", "matrix"), "holds no spilloverMatrix",
                MATRIX_FILE.substring(0, 300), "cannot be read as XML");
        broken.forEach((text, problem) -> {
            Faults own = new Faults();
            assertThat(MatrixFileReader.read(file(text), own)).isEmpty();
            assertThat(own.all()).as(problem).singleElement().asString().contains(problem);
        });
    }
}
