package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Relation;
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

    /** One sentence on the checks of all plates: what fails, or which checks pass; empty where none has a limit. */
    public static Optional<String> verdict(List<SubjectResult> plates) {
        Map<String, String> failed = new LinkedHashMap<>();
        plates.forEach(plate -> failures(plate)
                .ifPresent(
                        failures -> failed.put(String.join(", ", plate.subject().values()), failures)));
        if (!failed.isEmpty()) {
            return Optional.of("Plate quality failed on " + told(failed) + ".");
        }
        List<String> passed = plates.stream()
                .flatMap(plate -> plate.quality().stream())
                .filter(check -> check.verdict() == QualityCheck.Verdict.PASS)
                .map(QualityCheck::check)
                .distinct()
                .toList();
        return passed.isEmpty()
                ? Optional.empty()
                : Optional.of((plates.size() == 1 ? "The plate passes" : "All " + plates.size() + " plates pass")
                        + " every check of plate quality that has a limit: " + Prose.list(passed) + ".");
    }

    /** One sentence on the checks of curves whose IC50 is printed as such that fail; empty where none does. */
    public static Optional<String> curveVerdict(List<SubjectResult> curves) {
        Map<String, String> failed = new LinkedHashMap<>();
        curves.stream()
                .filter(curve -> curve.estimate("ic50")
                        .filter(ic50 -> ic50.value() != null && ic50.relation() == Relation.EQUAL)
                        .isPresent())
                .forEach(curve -> failures(curve)
                        .ifPresent(failures ->
                                failed.put(String.join(", ", curve.subject().values()), failures)));
        return failed.isEmpty() ? Optional.empty() : Optional.of("Checks of the curve failed on " + told(failed) + ".");
    }

    private static String told(Map<String, String> failures) {
        return failures.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "));
    }

    private static Optional<String> failures(SubjectResult subject) {
        List<String> failed = subject.quality().stream()
                .filter(check -> check.verdict() == QualityCheck.Verdict.FAIL)
                .map(check -> check.check() + " " + (check.value() == null ? "?" : Prose.number(check.value()))
                        + " (limit " + check.limit() + ")")
                .toList();
        return failed.isEmpty() ? Optional.empty() : Optional.of(Prose.list(failed));
    }
}
