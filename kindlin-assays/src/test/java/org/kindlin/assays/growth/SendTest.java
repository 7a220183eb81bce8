package org.kindlin.assays.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kindlin.assays.growth.GrowthRuns.subject;
import static org.kindlin.assays.growth.GrowthRuns.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;

class SendTest {

    /** A study written as SEND and read back gives what the sheet gives, to the last bit. */
    @Test
    void aStudyAsSendDomainsIsTheSameStudy() {
        RawFile sheet = new RawFile("CR1197_long.csv", GrowthRuns.bytes("CR1197_long.csv"));
        var performed = Analysis.perform(
                new GrowthAssay(), List.of(InputFile.of(sheet)), Settings.of(Map.of("writeSend", "yes")), 1);
        List<RawFile> domains = new ArrayList<>();
        performed.attachments().forEach(file -> domains.add(new RawFile(file.name(), file.bytes())));
        assertThat(domains)
                .extracting(RawFile::path)
                .containsExactly("tx.xpt", "dm.xpt", "tf.xpt", "bw.xpt", "ex.xpt", "ds.xpt");
        AnalysisDocument document = GrowthRuns.run(domains);
        for (String arm : List.of("Vehicle", "Cetuximab", "Palbociclib", "Palbociclib+Cetuximab")) {
            double before = value(subject(performed.document(), Map.of("Treatment", arm)), "growthRate");
            assertThat(value(subject(document, Map.of("ARM", arm)), "growthRate"))
                    .isEqualTo(before);
        }
        assertThat(value(subject(document, Map.of("model", "log volume")), "remlCriterion"))
                .isEqualTo(value(subject(performed.document(), Map.of("model", "log volume")), "remlCriterion"));
    }
}
