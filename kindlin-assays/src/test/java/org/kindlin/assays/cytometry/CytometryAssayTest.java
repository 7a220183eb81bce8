package org.kindlin.assays.cytometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.event.Column;
import org.kindlin.assays.event.CytometryReference;
import org.kindlin.assays.event.FcsWriter;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;

class CytometryAssayTest {
    private static final String GATES = """
            <Gating-ML xmlns="http://www.isac-net.org/std/Gating-ML/v2.0/gating">
            <RectangleGate id="bright"><dimension min="5"><fcs-dimension name="A"/></dimension></RectangleGate>
            <RectangleGate id="both" parent_id="bright"><dimension min="100" max="107"><fcs-dimension name="B"/></dimension></RectangleGate>
            <RectangleGate id="none" parent_id="both"><dimension min="500"><fcs-dimension name="A"/></dimension></RectangleGate>
            <RectangleGate id="of none" parent_id="none"><dimension><fcs-dimension name="A"/></dimension></RectangleGate>
            </Gating-ML>""";

    @Test
    void countsFrequenciesAndMediansOfNestedGates() {
        Analysis.Performed performed = run(List.of(file("one.fcs")), Map.of("events", "out.csv"));
        List<SubjectResult> results = performed.document().results();

        assertThat(value(results, Map.of("gate", "bright"), "count")).isEqualTo(5);
        assertThat(value(results, Map.of("gate", "both"), "count")).isEqualTo(2);
        Estimate ofParent = estimate(results, Map.of("gate", "both"), "frequencyOfParent");
        assertThat(ofParent.value()).isEqualTo(40);
        // Clopper-Pearson of 2 of 5: scipy.stats.beta.ppf
        assertThat(ofParent.low()).isCloseTo(5.274495, within(1e-6));
        assertThat(ofParent.high()).isCloseTo(85.33672, within(1e-5));
        assertThat(value(results, Map.of("gate", "both"), "frequencyOfTotal")).isEqualTo(20);
        assertThat(value(results, Map.of("gate", "both", "channel", "B"), "median"))
                .isEqualTo(105.5);
        assertThat(estimate(results, Map.of("gate", "of none"), "frequencyOfParent")
                        .value())
                .isNull();
        assertThat(subject(results, Map.of("gate", "of none")).warning("empty-parent"))
                .isPresent();
        assertThat(subject(results, Map.of("gate", "both")).warning("few-events"))
                .isPresent();
    }

    @Test
    void limitsTheWrongWayRoundAreTold() {
        Map<String, RawFile> gates =
                Map.of("gating", raw(GATES.replace("min=\"100\" max=\"107\"", "min=\"107\" max=\"100\"")));

        List<SubjectResult> results = Analysis.run(
                        new CytometryAssay(),
                        List.of(file("one.fcs").with(gates)),
                        Settings.of(Map.of("gating", "g.xml")),
                        1)
                .results();

        assertThat(value(results, Map.of("gate", "both"), "count")).isZero();
        assertThat(subject(results, Map.of("gate", "both")).warning("empty-range"))
                .hasValueSatisfying(
                        warning -> assertThat(warning.message()).startsWith("B from 107.0 up to below 100.0"));
        assertThat(subject(results, Map.of("gate", "bright")).warning("empty-range"))
                .isEmpty();
    }

    @Test
    void gatesThatAskForACompensationTheFileLacksAreTold() {
        String asking = GATES.replace("<dimension min=\"5\">", "<dimension min=\"5\" compensation-ref=\"FCS\">");

        List<SubjectResult> plain = gated(GATES);
        List<SubjectResult> asked = gated(asking);

        assertThat(subject(plain, Map.of("file", "one.fcs")).warning("no-spillover"))
                .isEmpty();
        assertThat(subject(asked, Map.of("file", "one.fcs")).warning("no-spillover"))
                .isPresent();
        assertThat(value(asked, Map.of("gate", "bright"), "count")).isEqualTo(5);
    }

    private static List<SubjectResult> gated(String gates) {
        return Analysis.run(
                        new CytometryAssay(),
                        List.of(file("one.fcs").with(Map.of("gating", raw(gates)))),
                        Settings.of(Map.of("gating", "g.xml")),
                        1)
                .results();
    }

    @Test
    void membershipsAreOneRowPerEvent() {
        Analysis.Performed performed = run(List.of(file("one.fcs")), Map.of("events", "out.csv"));

        String table = new String(performed.attachments().getFirst().bytes(), StandardCharsets.UTF_8);

        assertThat(table.lines().toList())
                .hasSize(11)
                .startsWith("bright,both,none,of none", "0,0,0,0")
                .contains("1,1,0,0")
                .endsWith("1,0,0,0");
    }

    @Test
    void severalFilesAreToldApart() {
        Analysis.Performed performed = run(List.of(file("one.fcs"), file("two.fcs")), Map.of());

        assertThat(value(performed.document().results(), Map.of("file", "two.fcs", "gate", "both"), "count"))
                .isEqualTo(2);
        assertThat(performed.attachments()).isEmpty();
    }

    @Test
    void aChannelThatIsNotThereIsOneFault() {
        Map<String, RawFile> gates = Map.of("gating", raw(GATES.replace("name=\"B\"", "name=\"PE\"")));

        assertThatThrownBy(() -> Analysis.perform(
                        new CytometryAssay(),
                        List.of(file("one.fcs").with(gates)),
                        Settings.of(Map.of("gating", "g.xml")),
                        1))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("one.fcs: no channel 'PE'")
                .hasMessageContaining("channels are: A, B");
    }

    @Test
    void singleStainControlsGiveTheMatrix() {
        String folder = "compensation/flowCore_compdata/data/";
        List<InputFile> files = List.of(
                InputFile.of(new RawFile("060909.001", CytometryReference.bytes(folder + "060909.001"))),
                InputFile.of(new RawFile("060909.002", CytometryReference.bytes(folder + "060909.002"))),
                InputFile.of(new RawFile("060909.003", CytometryReference.bytes(folder + "060909.003"))));
        Map<String, String> stated = Map.of("stains", "060909.001=unstained, 060909.002=FL1-H, 060909.003=FL2-H");

        Analysis.Performed performed = Analysis.perform(new CytometryAssay(), files, Settings.of(stated), 1);

        assertThat(value(performed.document().results(), Map.of("stain", "FL1-H", "channel", "FL2-H"), "spillover"))
                .isCloseTo(0.242022277630705, within(1e-12)); // flowCore
        assertThat(performed.attachments().getFirst().name()).isEqualTo("spillover.csv");
    }

    private static double value(List<SubjectResult> results, Map<String, String> subject, String name) {
        Double value = estimate(results, subject, name).value();
        assertThat(value).isNotNull();
        return value == null ? Double.NaN : value;
    }

    private static Estimate estimate(List<SubjectResult> results, Map<String, String> subject, String name) {
        return subject(results, subject).estimate(name).orElseThrow();
    }

    private static SubjectResult subject(List<SubjectResult> results, Map<String, String> subject) {
        return results.stream()
                .filter(result -> result.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static Analysis.Performed run(List<InputFile> files, Map<String, String> more) {
        Map<String, String> stated = new LinkedHashMap<>(more);
        stated.put("gating", "g.xml");
        List<InputFile> gated = files.stream()
                .map(file -> file.with(Map.of("gating", raw(GATES))))
                .toList();
        return Analysis.perform(new CytometryAssay(), gated, Settings.of(stated), 1);
    }

    private static RawFile raw(String text) {
        return new RawFile("g.xml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputFile file(String name) {
        float[] a = new float[10];
        float[] b = new float[10];
        for (int i = 0; i < 10; i++) {
            a[i] = i;
            b[i] = 100 + i;
        }
        return InputFile.of(new RawFile(
                name,
                FcsWriter.bytes(
                        List.of(
                                new FcsWriter.Channel("A", "", 1024, new Column.Singles(a)),
                                new FcsWriter.Channel("B", "", 1024, new Column.Singles(b))),
                        Map.of())));
    }
}
