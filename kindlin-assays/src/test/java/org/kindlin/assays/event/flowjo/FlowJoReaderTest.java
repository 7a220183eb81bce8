package org.kindlin.assays.event.flowjo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.event.CytometryReference;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsReader;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.Gating;
import org.kindlin.assays.event.gating.Population;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;

class FlowJoReaderTest {

    /** Counts that FlowJo 10.6 itself stored (shared/reference/cytometry/flowjo). */
    @ParameterizedTest
    @CsvSource({
        "data_set_simple_line_100.fcs, single_ellipse_51_events.wsp, 1",
        "test_data_diamond_01.fcs, simple_diamond_example_quad_gate.wsp, 4",
        "test_data_diamond_01.fcs, test_data_diamond_biex_rect.wsp, 1"
    })
    void countsAreThoseThatFlowJoStored(String fcs, String workspace, int gates) {
        FcsDataSet set = FcsReader.read(
                        CytometryReference.bytes("flowjo/" + fcs), new Findings(fcs, ReadingMode.LENIENT))
                .getFirst();
        FlowJoSample sample = read(CytometryReference.bytes("flowjo/" + workspace))
                .orElseThrow()
                .sample(fcs)
                .orElseThrow();
        Map<String, Population> populations = Gating.bind(sample.gating(), set, Optional.empty(), fcs, new Faults())
                .orElseThrow()
                .populations();

        assertThat(populations).hasSize(gates);
        assertThat(sample.skipped()).isEmpty();
        populations.forEach(
                (id, population) -> assertThat((double) population.members().count())
                        .isEqualTo(Objects.requireNonNull(sample.statistics().get(id))
                                .getFirst()
                                .value()));
    }

    private static final String TREE = """
            <Workspace><SampleList><Sample><DataSet uri="file:/C:/x/a%20b.fcs" sampleID="1"/>
              <spilloverMatrix prefix="Comp-" suffix="" name="M"><parameters><parameter name="A"/><parameter name="B"/></parameters>
                <spillover><coefficient value="1"/><coefficient value="0.1"/></spillover>
                <spillover><coefficient value="0.2"/><coefficient value="1"/></spillover></spilloverMatrix>
              <SampleNode name="a b.fcs"><Subpopulations>
                <Population name="Live" count="7"><Gate><RectangleGate><dimension min="1"><fcs-dimension name="Comp-A"/></dimension></RectangleGate></Gate>
                  <Subpopulations><Population name="Pos" count="3"><Gate><RectangleGate eventsInside="0"><dimension min="1" max="2"><fcs-dimension name="B"/></dimension></RectangleGate></Gate></Population></Subpopulations></Population>
                <Population name="Dead" count="2"><Gate><CurlyQuad percentX="0" percentY="12"/></Gate></Population>
                <Population name="Other" count="2"><Gate><RectangleGate><dimension max="1"><fcs-dimension name="A"/></dimension></RectangleGate></Gate>
                  <Subpopulations><Population name="Pos" count="1"><Gate><RectangleGate><dimension min="5"><fcs-dimension name="B"/></dimension></RectangleGate></Gate></Population></Subpopulations></Population>
                <OrNode name="Any" count="9"><Dependents><Dependent name="Live"/><Dependent name="Other"/></Dependents></OrNode>
              </Subpopulations></SampleNode></Sample></SampleList></Workspace>""";

    @Test
    void pathsCompensationComplementsAndSetOperations() {
        FlowJoSample sample = read(TREE.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .sample("A B.FCS")
                .orElseThrow();

        assertThat(sample.gating().gates().stream().map(Gate::id))
                .containsExactly("Live", "Live/Pos (inside)", "Live/Pos", "Other", "Other/Pos", "Any");
        assertThat(sample.gating().gates().getFirst().dimensions().getFirst().compensation())
                .isEqualTo("M");
        assertThat(Objects.requireNonNull(sample.gating().matrices().get("M")).fluorochromes())
                .containsExactly("Comp-A", "Comp-B");
        assertThat(sample.skipped()).singleElement().asString().contains("Dead", "CurlyQuad");
    }

    @Test
    void aGainIsToldNotGuessed() {
        String workspace = """
                <Workspace><SampleList><Sample><DataSet uri="file:/a.fcs"/><Transformations>
                <linear minRange="0" maxRange="1024" gain="2.5"><parameter name="FSC-H"/></linear>
                <linear minRange="0" maxRange="1024" gain="1"><parameter name="SSC-H"/></linear>
                </Transformations><SampleNode name="a.fcs"/></Sample></SampleList></Workspace>""";

        FlowJoSample sample = read(workspace.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .samples()
                .getFirst();

        assertThat(sample.skipped()).singleElement().asString().contains("gain 2.5", "'FSC-H'");
    }

    @Test
    void anEllipseOfNoSizeIsLeftOutAndTold() {
        String foci = "<vertex><coordinate value=\"10\"/><coordinate value=\"20\"/></vertex>".repeat(2);
        String workspace = """
                <Workspace><SampleList><Sample><DataSet uri="file:/a.fcs"/><SampleNode name="a.fcs"><Subpopulations>
                <Population name="E" count="3"><Gate><EllipsoidGate><dimension><fcs-dimension name="A"/></dimension>
                <dimension><fcs-dimension name="B"/></dimension><foci>%s</foci><edge>%s%s</edge></EllipsoidGate></Gate></Population>
                </Subpopulations></SampleNode></Sample></SampleList></Workspace>""".formatted(foci, foci, foci);

        FlowJoSample sample = read(workspace.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .samples()
                .getFirst();

        assertThat(sample.gating().gates()).isEmpty();
        assertThat(sample.skipped()).singleElement().asString().contains("'E'", "cannot be converted");
    }

    @Test
    void anotherFileIsRefused() {
        Faults faults = new Faults();

        assertThat(FlowJoReader.read(new RawFile("x", "<a/>".getBytes(StandardCharsets.UTF_8)), faults))
                .isEmpty();
        assertThat(faults.all()).hasSize(1);
    }

    private static Optional<FlowJoWorkspace> read(byte[] bytes) {
        return FlowJoReader.read(new RawFile("w.wsp", bytes), new Faults());
    }
}
