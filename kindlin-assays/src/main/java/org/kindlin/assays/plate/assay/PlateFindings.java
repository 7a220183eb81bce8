package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** What every plate assay says about a plate: its subject, what its reader found, and one sentence on its quality. */
public final class PlateFindings {
    private PlateFindings() {}

    /** The subject of a block's own results: plate, and target where it is known. */
    public static Map<String, String> subject(ResponseBlock block) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("plate", block.block().plate());
        if (!block.block().target().isEmpty()) {
            subject.put(block.kind().key(), block.block().target());
        }
        return subject;
    }

    /** What the plate's reader repaired or assumed, readings without a number, and levels without a dose. */
    public static List<Warning> warnings(ResponseBlock block) {
        List<Warning> warnings = new ArrayList<>(block.block().findings());
        long lost = block.block().unread();
        if (lost > 0) {
            warnings.add(new Warning(
                    "readings-without-number",
                    lost + (lost == 1 ? " mapped well has" : " mapped wells have")
                            + " no number (saturated, out of range or not read) and are left out."));
        }
        int levels = LevelSummary.of(block).size();
        if (levels > 0) {
            warnings.add(new Warning(
                    "no-doses",
                    "The plate map states no concentrations for " + levels + " of its levels: an IC50 is a"
                            + " concentration, so none is given; the levels are described instead."));
        }
        return warnings;
    }

    /** One sentence on the checks of all plates; empty where none could be held to a limit. */
    public static Optional<String> verdict(List<SubjectResult> plates) {
        List<String> failed = new ArrayList<>();
        for (SubjectResult plate : plates) {
            List<String> checks = plate.quality().stream()
                    .filter(check -> check.verdict() == QualityCheck.Verdict.FAIL)
                    .map(check -> check.check() + " " + (check.value() == null ? "?" : Prose.number(check.value()))
                            + " (limit " + check.limit() + ")")
                    .toList();
            if (!checks.isEmpty()) {
                failed.add(plate.subject().get("plate") + ": " + Prose.list(checks));
            }
        }
        if (!failed.isEmpty()) {
            return Optional.of("Plate quality failed on " + String.join("; ", failed) + ".");
        }
        boolean checked = plates.stream()
                .flatMap(plate -> plate.quality().stream())
                .anyMatch(check -> check.verdict() == QualityCheck.Verdict.PASS);
        return checked
                ? Optional.of(
                        plates.size() == 1
                                ? "The plate passes every quality check."
                                : "All " + plates.size() + " plates pass every quality check.")
                : Optional.empty();
    }
}
