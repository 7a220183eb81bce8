package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.event.Spillover;
import org.kindlin.assays.event.SpilloverKeyword;
import org.kindlin.assays.event.gating.EmbeddedSpillover;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.event.gating.GatingMlWriter;
import org.kindlin.assays.result.Attachment;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;

/** The gates of every file to which models added some, as Gating-ML to edit and to run again. */
final class DrawnGatesFile {
    private DrawnGatesFile() {}

    /** One document per file, numbered in the order of the files. */
    static List<Attachment> of(List<GatedSample> gated) {
        List<Attachment> documents = new ArrayList<>();
        for (GatedSample sample : gated) {
            if (!sample.sample().drawn().isEmpty() && isGatingMl(sample.sample())) {
                documents.add(new Attachment(
                        "gates-" + (documents.size() + 1) + ".xml",
                        "",
                        GatingMlWriter.bytes(
                                document(sample.sample()),
                                "Drawn by Kindlin for " + sample.sample().name())));
            }
        }
        return documents;
    }

    /** With the matrix that was used, unless it is the one that the file carries. */
    private static GatingDocument document(Sample sample) {
        GatingDocument drawn = sample.gating().document();
        Optional<Spillover> carried =
                SpilloverKeyword.of(sample.set(), new Findings(sample.path(), ReadingMode.LENIENT));
        return sample.spillover()
                .filter(used -> carried.filter(used::isSame).isEmpty())
                .map(used -> EmbeddedSpillover.in(drawn, used))
                .orElse(drawn);
    }

    /** Whether all scales of a file's gates can be written; those of FlowJo alone cannot. */
    static boolean isGatingMl(Sample sample) {
        return GatingMlWriter.canWrite(sample.gating().document());
    }
}
