package org.kindlin.assays.cytometry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindlin.assays.event.Spillover;
import org.kindlin.assays.event.SpilloverEstimation;
import org.kindlin.assays.result.Attachment;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** An estimated spillover matrix as results, and as a file to use again. */
final class SpilloverReport {
    private static final double ALL = 100;
    private static final double MOSTLY = 75;

    private SpilloverReport() {}

    /** One result per dye and detector; that of a dye's own says what its control was. */
    static List<SubjectResult> subjects(SpilloverEstimation.Estimated estimated) {
        Spillover spillover = estimated.spillover();
        List<SubjectResult> subjects = new ArrayList<>();
        List<String> detectors = spillover.detectors();
        for (int dye = 0; dye < detectors.size(); dye++) {
            for (int detector = 0; detector < detectors.size(); detector++) {
                Map<String, String> subject = new LinkedHashMap<>();
                subject.put("stain", detectors.get(dye));
                subject.put("channel", detectors.get(detector));
                List<Estimate> estimates = new ArrayList<>();
                estimates.add(Estimate.descriptive(
                        "spillover",
                        spillover.matrix()[dye][detector],
                        "1",
                        "ratio of medians above the unstained control"));
                List<Warning> warnings = new ArrayList<>();
                if (dye == detector) {
                    SpilloverEstimation.Control control = estimated.controls().get(dye);
                    estimates.add(Estimate.descriptive(
                            "stainedEvents", control.usedPercent(), "%", "events above the valley of the density"));
                    warnings.addAll(warnings(control));
                }
                subjects.add(new SubjectResult(subject, estimates, List.of(), List.of(), warnings));
            }
        }
        return subjects;
    }

    private static List<Warning> warnings(SpilloverEstimation.Control control) {
        String bright = String.format(Locale.ROOT, "%.0f", control.brightPercent());
        return control.usedPercent() == ALL && control.brightPercent() < MOSTLY
                ? List.of(new Warning(
                        "weak-stain",
                        "only " + bright
                                + " % of the control's events are brighter than unstained ones, and no valley tells"
                                + " them apart: its spillover is that of both together"))
                : List.of();
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
