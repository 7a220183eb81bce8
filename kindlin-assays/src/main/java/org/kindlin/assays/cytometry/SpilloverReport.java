package org.kindlin.assays.cytometry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.event.Spillover;
import org.kindlin.assays.result.Attachment;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;

/** An estimated spillover matrix as results, and as a file to use again. */
final class SpilloverReport {
    private SpilloverReport() {}

    /** One result per dye and detector. */
    static List<SubjectResult> subjects(Spillover spillover) {
        List<SubjectResult> subjects = new ArrayList<>();
        List<String> detectors = spillover.detectors();
        for (int dye = 0; dye < detectors.size(); dye++) {
            for (int detector = 0; detector < detectors.size(); detector++) {
                Map<String, String> subject = new LinkedHashMap<>();
                subject.put("stain", detectors.get(dye));
                subject.put("channel", detectors.get(detector));
                subjects.add(new SubjectResult(
                        subject,
                        List.of(Estimate.descriptive(
                                "spillover",
                                spillover.matrix()[dye][detector],
                                "1",
                                "ratio of medians above the unstained control")),
                        List.of(),
                        List.of(),
                        List.of()));
            }
        }
        return subjects;
    }

    /** As the key {@code spillover} reads it. */
    static Attachment table(Spillover spillover) {
        StringBuilder text = new StringBuilder(String.join("\t", spillover.detectors())).append('\n');
        for (double[] row : spillover.matrix()) {
            List<String> cells = new ArrayList<>();
            for (double value : row) {
                cells.add(Double.toString(value));
            }
            text.append(String.join("\t", cells)).append('\n');
        }
        return new Attachment("spillover.csv", "", text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
