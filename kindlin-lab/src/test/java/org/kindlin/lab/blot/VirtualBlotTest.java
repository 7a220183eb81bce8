package org.kindlin.lab.blot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.blot.BlotAssay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.lab.LabFile;
import org.kindlin.lab.VirtualLab;

/** The blot that the lab makes gives its truth back. */
class VirtualBlotTest {

    @Test
    void theTrueMidpointLiesWithinTheInterval() {
        List<LabFile> files = VirtualLab.perform(new VirtualBlot(), Settings.of(Map.of()), 11);
        LabFile layout = files.stream()
                .filter(file -> file.name().equals("layout.csv"))
                .findFirst()
                .orElseThrow();
        Map<String, RawFile> beside = Map.of("layout", new RawFile(layout.name(), layout.bytes()));
        List<InputFile> inputs = new ArrayList<>();
        for (LabFile file : files) {
            if (file.name().endsWith(".tif")) {
                inputs.add(InputFile.of(new RawFile(file.name(), file.bytes())).with(beside));
            }
        }
        AnalysisDocument document = Analysis.run(new BlotAssay(), inputs, Settings.of(Map.of("doseUnit", "nM")), 1);
        assertThat(document.simulated()).isTrue();
        Estimate ic50 = document.results().stream()
                .flatMap(result -> result.estimate("ic50").stream())
                .findFirst()
                .orElseThrow();
        assertThat(Objects.requireNonNull(ic50.low())).isLessThan(26);
        assertThat(Objects.requireNonNull(ic50.high())).isGreaterThan(26);
        assertThat(ic50.high() / ic50.low()).isLessThan(3);
    }
}
