package org.kindlin.lab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.AssayRegistry;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.InputFaultException;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.VirtualLab;

/** One experiment gives the same estimates to the last bit, whichever reader exported it. */
class ExportsAnalyseAlikeTest {

    @Test
    void kinase() {
        alike(
                "kinase",
                Map.of("plates", "1", "wells", "96", "doses", "7", "replicates", "2", "detectorLimit", "79000"),
                Map.of("target", "FAK", "enzymeConcentration", "1 nM"));
    }

    @Test
    void viabilityWithAReferenceWavelength() {
        alike(
                "viability",
                Map.of("lines", "A549=22 h|9 uM|-0.3", "plates", "1", "dayZero", "no", "detectorLimit", "1.15"),
                Map.of("referenceRead", "630"));
    }

    @Test
    void viabilityAtOneWavelength() {
        alike(
                "viability",
                Map.of("lines", "A549=22 h|9 uM|-0.3", "plates", "1", "dayZero", "no", "reference", "no"),
                Map.of());
    }

    @Test
    void inCellElisa() {
        alike("elisa", Map.of(), Map.of());
    }

    @Test
    void collagen() {
        alike("collagen", Map.of("doses", "1"), Map.of());
    }

    @Test
    void combination() {
        alike(
                "combination",
                Map.of("form", "plate", "doses", "3"),
                Map.of("compound", "first", "compound2", "second", "unit", "nM", "bootstrapSamples", "199"));
    }

    @Test
    void aGridDoesNotHoldTwoWavelengths() {
        assertThatThrownBy(() -> perform("viability", Map.of(), ReaderExport.GRID))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("a grid holds one read of a plate, and this assay makes 2");
    }

    private static void alike(String assay, Map<String, String> settings, Map<String, String> protocol) {
        List<String> expected = estimates(assay, perform(assay, settings, ReaderExport.TIDY), protocol);
        assertThat(expected).isNotEmpty();
        for (ReaderExport export : ReaderExport.values()) {
            boolean oneRead = !assay.equals("viability") || "no".equals(settings.get("reference"));
            if (oneRead || export.holdsSeveralReads()) {
                assertThat(estimates(assay, perform(assay, settings, export), protocol))
                        .as(assay + " as " + export)
                        .isEqualTo(expected);
            }
        }
    }

    private static List<LabFile> perform(String assay, Map<String, String> settings, ReaderExport export) {
        Map<String, String> stated = new HashMap<>(settings);
        stated.put("export", Key.spelling(export));
        return VirtualLab.perform(VirtualLab.find(assay).orElseThrow(), Settings.of(stated), 7);
    }

    private static List<String> estimates(String assay, List<LabFile> files, Map<String, String> protocol) {
        Optional<RawFile> layout = files.stream()
                .filter(file -> file.name().equals("layout.csv"))
                .map(file -> new RawFile(file.name(), file.bytes()))
                .findFirst();
        List<InputFile> inputs = files.stream()
                .filter(file ->
                        !file.name().equals("layout.csv") && !file.name().equals("truth.json"))
                .map(file -> new InputFile(new RawFile(file.name(), file.bytes()), layout, Map.of()))
                .toList();
        return Analysis.run(AssayRegistry.find(assay).orElseThrow(), inputs, Settings.of(protocol), 1)
                .results()
                .stream()
                .map(ExportsAnalyseAlikeTest::numbers)
                .toList();
    }

    private static String numbers(SubjectResult result) {
        // A luminometer's unit is RLU or counts, a grid's none: numbers are compared, not what their unit is called.
        return result.subject() + " "
                + result.estimates().stream()
                        .map(one -> List.of(
                                        one.name(),
                                        one.relation(),
                                        String.valueOf(one.value()),
                                        String.valueOf(one.low()))
                                + String.valueOf(one.high()))
                        .toList();
    }
}
