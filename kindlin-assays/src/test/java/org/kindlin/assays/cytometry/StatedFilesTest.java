package org.kindlin.assays.cytometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.event.Column;
import org.kindlin.assays.event.FcsWriter;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.fault.InputFaultException;

/** What is said of files by their names is heard, or refused: never passed over. */
class StatedFilesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "doses | a.fcs=0, c.fcs=10 | 'c.fcs' is not among the files (names are: a.fcs, b.fcs)",
                "doses | a.fcs=0, b.fcs=much | b.fcs:dose: 'much' is no dose in nM",
                "doses | a.fcs=0, b.fcs=-1 | b.fcs:dose: '-1' is no dose in nM",
                "doses | a.fcs=0, b.fcs=3 h | b.fcs:dose: '3 h' is no dose in nM",
                "donors | x.fcs=1 | 'x.fcs' is not among the files",
                "controls | f.fcs=CD80 | 'f.fcs' is not among the files",
                "controls | b.fcs=CD8O | is a control for 'CD8O', which none of its channels is stained with",
                "viabilityChannel | BV-A | no file has a channel 'BV-A' for dead cells",
                "markers | CD80=PE-W | no file has a channel 'PE-W' for CD80",
                "doses | a.fcs=0, a.fcs=10 | 'a.fcs=0, a.fcs=10'"
            })
    void whatNoFileAnswersToIsAFault(String key, String value, String fault) {
        assertThatThrownBy(() -> run(Map.of(key, value)))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining(fault);
    }

    @Test
    void aDoseInAnotherUnitIsConverted() {
        AnalysisDocument document = run(Map.of("doses", "a.fcs=0, b.fcs=1 uM"));

        assertThat(document.results())
                .filteredOn(result -> result.subject().containsKey("comparison"))
                .isNotEmpty()
                .allMatch(result -> "1000.0 nM".equals(result.subject().get("dose")));
    }

    @Test
    void aUnitOfNoQuantityTakesPlainNumbers() {
        AnalysisDocument document = run(Map.of("doses", "a.fcs=0, b.fcs=2", "doseUnit", "drops"));

        assertThat(document.results())
                .filteredOn(result -> result.subject().containsKey("comparison"))
                .isNotEmpty()
                .allMatch(result -> "2.0 drops".equals(result.subject().get("dose")));
    }

    private static AnalysisDocument run(Map<String, String> stated) {
        Map<String, String> all = new LinkedHashMap<>(stated);
        all.put("medians", "no");
        return Analysis.run(new CytometryAssay(), List.of(file("a.fcs"), file("b.fcs")), Settings.of(all), 1);
    }

    private static InputFile file(String name) {
        float[] light = {100, 200, 300};
        return InputFile.of(new RawFile(
                name,
                FcsWriter.bytes(
                        List.of(
                                new FcsWriter.Channel("PE-A", "CD80", 1024, new Column.Singles(light)),
                                new FcsWriter.Channel("APC-A", "CD206", 1024, new Column.Singles(light))),
                        Map.of())));
    }
}
