package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.event.gating.GatingMlWriter;
import org.kindlin.assays.result.Attachment;

/** The gates of every file to which models added some, as Gating-ML to edit and to run again. */
final class DrawnGatesFile {
    private DrawnGatesFile() {}

    /**
     * One document per file, numbered in the order of the files.
     *
     * @param estimated whether the matrix came from single-stain controls, and so is not in the file
     */
    static List<Attachment> of(List<GatedSample> gated, boolean estimated) {
        List<Attachment> documents = new ArrayList<>();
        for (GatedSample sample : gated) {
            if (!sample.sample().drawn().isEmpty() && isGatingMl(sample.sample())) {
                String remark = "Drawn by Kindlin for " + sample.sample().name()
                        + (estimated
                                ? "; the compensation FCS is the attached spillover.csv, to be given with spillover="
                                : "");
                documents.add(new Attachment(
                        "gates-" + (documents.size() + 1) + ".xml",
                        "",
                        GatingMlWriter.bytes(sample.sample().gating().document(), remark)));
            }
        }
        return documents;
    }

    /** Whether all scales of a file's gates can be written; those of FlowJo alone cannot. */
    static boolean isGatingMl(Sample sample) {
        return GatingMlWriter.canWrite(sample.gating().document());
    }
}
