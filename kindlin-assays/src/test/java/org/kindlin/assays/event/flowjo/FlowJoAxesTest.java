package org.kindlin.assays.event.flowjo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.event.Column;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsReader;
import org.kindlin.assays.event.FcsWriter;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.Gating;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;

/** What FlowJo does at the ends of its axes, with time, and with names. */
class FlowJoAxesTest {
    private static final String AXES = """
            <Transformations><linear minRange="0" maxRange="1000" gain="1"><parameter name="FSC/A"/></linear>
            <linear minRange="0" maxRange="20" gain="0.25"><parameter name="Time"/></linear>
            <log offset="10" decades="4"><parameter name="B"/></log></Transformations>
            <Keywords><Keyword name="$TIMESTEP" value="0.5"/><Keyword name="$FIL" value="other.fcs"/></Keywords>""";

    private static FlowJoSample sample(String populations) {
        String text = "<Workspace><SampleList><Sample><DataSet uri=\"file:/x/%C3%A4%2Bb.fcs\"/>"
                + AXES.replace("FSC/A", "FSC_A") + "<SampleNode name=\"a.fcs\"><Subpopulations>" + populations
                + "</Subpopulations></SampleNode></Sample></SampleList></Workspace>";
        return FlowJoReader.read(new RawFile("w.wsp", text.getBytes(StandardCharsets.UTF_8)), new Faults())
                .orElseThrow()
                .samples()
                .getFirst();
    }

    private static String rectangle(String channel, String limits) {
        return "<Population name=\"%s\"><Gate><RectangleGate><dimension %s><fcs-dimension name=\"%s\"/></dimension></RectangleGate></Gate></Population>"
                .formatted(channel, limits, channel);
    }

    private static Gate.Range range(String channel, String limits) {
        return ((Gate.Rectangle)
                        sample(rectangle(channel, limits)).gating().gates().getFirst())
                .ranges()
                .getFirst();
    }

    @Test
    void aLimitAtTheEndOfALinearAxisIsOpen() {
        assertThat(range("FSC_A", "min=\"0\" max=\"1000\""))
                .extracting(Gate.Range::min, Gate.Range::max)
                .containsExactly(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertThat(range("FSC_A", "min=\"1\" max=\"999\""))
                .extracting(Gate.Range::min, Gate.Range::max)
                .containsExactly(1.0, 999.0);
    }

    @Test
    void whatLiesBeyondTheAxisAltogetherStaysWhereItIs() {
        assertThat(range("FSC_A", "min=\"-9\" max=\"-1\""))
                .extracting(Gate.Range::min, Gate.Range::max)
                .containsExactly(-9.0, -1.0);
    }

    @Test
    void aLogarithmicAxisEndsBelowAlone() {
        assertThat(range("B", "min=\"10\" max=\"100000000\""))
                .extracting(Gate.Range::min, Gate.Range::max)
                .containsExactly(Double.NEGATIVE_INFINITY, 1e8);
    }

    /** FlowJo's time is the clock times the gain (0.25), ours the clock times $TIMESTEP (0.5). */
    @Test
    void timeIsThatOfTheFile() {
        assertThat(range("Time", "min=\"3\" max=\"20\""))
                .extracting(Gate.Range::min, Gate.Range::max)
                .containsExactly(6.0, Double.POSITIVE_INFINITY);
        assertThat(sample(rectangle("Time", "min=\"3\"")).skipped()).isEmpty();
    }

    @Test
    void aSampleIsKnownByItsDecodedAddressAndItsFileKeyword() {
        assertThat(sample(rectangle("B", "min=\"3\"")).names()).containsExactly("ä+b.fcs", "other.fcs", "a.fcs");
    }

    private static final FcsDataSet FILE = FcsReader.read(
                    FcsWriter.bytes(
                            List.of(
                                    new FcsWriter.Channel(
                                            "FSC/A", "", 1000, new Column.Singles(new float[] {-5, 500, 2000})),
                                    new FcsWriter.Channel("B", "", 1000, new Column.Singles(new float[] {1, 2, 3}))),
                            Map.of()),
                    new Findings("f", ReadingMode.LENIENT))
            .getFirst();

    private static int count(FlowJoSample sample, String gate) {
        Gating gating = Gating.bind(sample.gating(), FILE, Optional.empty(), "f", new Faults())
                .orElseThrow();
        return Objects.requireNonNull(gating.populations().get(gate)).members().count();
    }

    @Test
    void anUnderscoreOfFlowJoIsASlashOfTheFile() {
        FlowJoSample fitted =
                sample(rectangle("FSC_A", "min=\"0\" max=\"900\"")).fittedTo(List.of("FSC/A", "B"));

        assertThat(fitted.skipped()).isEmpty();
        assertThat(count(fitted, "FSC_A")).isEqualTo(2);
    }

    @Test
    void aDerivedParameterLeavesOutItsGatesAlone() {
        String derived = rectangle("B", "min=\"2\"")
                + rectangle("tSNE1", "min=\"2\"")
                        .replace(
                                "</Gate>",
                                "</Gate><Subpopulations>"
                                        + rectangle("B", "min=\"2\"")
                                                .replace("name=\"B\"><Gate", "name=\"below\"><Gate")
                                        + "</Subpopulations>");
        FlowJoSample fitted = sample(derived).fittedTo(List.of("FSC/A", "B"));

        assertThat(fitted.gating().gates().stream().map(Gate::id)).containsExactly("B");
        assertThat(fitted.skipped()).singleElement().asString().contains("'tSNE1'", "no channel");
    }

    @Test
    void aCurlyQuadrantWithoutBendIsARectangle() {
        String quadrant = """
                <Population name="Q"><Gate><CurlyQuad percentX="0" percentY="0.0"><dimension min="2"><fcs-dimension name="B"/></dimension>
                <dimension max="500"><fcs-dimension name="FSC_A"/></dimension></CurlyQuad></Gate></Population>""";
        FlowJoSample fitted = sample(quadrant).fittedTo(List.of("FSC/A", "B"));

        assertThat(fitted.gating().gates()).hasSize(1);
        // the limit of B is below its axis, which begins at 10; 500 itself is out
        assertThat(count(fitted, "Q")).isEqualTo(1);
    }

    @Test
    void aNotNodeWithAGateIsItsOutside() {
        String not = rectangle("B", "min=\"2\" max=\"3\"").replace("Population", "NotNode");

        assertThat(count(sample(not).fittedTo(List.of("FSC/A", "B")), "B")).isEqualTo(2);
    }

    /** The ends of the long axis are rounded; the sum of distances to the foci is not: half of it is the axis. */
    @Test
    void theStatedDistanceIsTheLongAxisOfAnEllipse() {
        String points = "<vertex><coordinate value=\"%s\"/><coordinate value=\"128\"/></vertex>";
        String ellipse = """
                <Population name="E"><Gate><EllipsoidGate distance="64"><dimension><fcs-dimension name="X"/></dimension>
                <dimension><fcs-dimension name="Y"/></dimension><foci>%s</foci><edge>%s</edge></EllipsoidGate></Gate></Population>""".formatted(
                        points.formatted(118) + points.formatted(138),
                        points.formatted(97) + points.formatted(159) + points.formatted(128) + points.formatted(128));
        Gate.Ellipsoid gate = (Gate.Ellipsoid) sample(ellipse).gating().gates().getFirst();

        assertThat(Math.sqrt(gate.covariance()[0][0])).isCloseTo(32 * 1024.0, within(1e-6));
        assertThat(Math.sqrt(gate.covariance()[1][1])).isCloseTo(1024 * Math.sqrt(32 * 32 - 100), within(1e-6));
    }

    @Test
    void gatesOfAnOlderFlowJoAreNamed() {
        String old = """
                <Population name="O"><Gate><g:RectangleGate xmlns:g="http://www.isac-net.org/std/Gating-ML/v1.5/gating"><g:dimension g:min="1">
                <parameter name="B"/></g:dimension></g:RectangleGate></Gate></Population>""";

        assertThat(sample(old).skipped()).singleElement().asString().contains("before version 10");
    }
}
