package org.kindlin.assays.transwell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Warning;

/** What holds for all inserts, and a reader of the numbers must know. */
final class TranswellFindings {
    private TranswellFindings() {}

    static List<Warning> of(TranswellResult result) {
        List<Warning> findings = new ArrayList<>(result.measured().findings());
        if (result.measured().isAbsorbance()) {
            findings.addAll(ofBlanks(result));
        } else {
            if (!result.counting().contrary().isEmpty()) {
                findings.add(new Warning(
                        "mixed-stains",
                        "all fields were counted as " + (result.counting().isDark() ? "dark" : "bright")
                                + " cells, and some look the other way round: "
                                + String.join(", ", result.counting().contrary())));
            }
            if (!result.counting().withBars().isEmpty()) {
                findings.add(new Warning(
                        "scale-bar",
                        "drawn scale bars and the text beside them were taken out of "
                                + String.join(", ", result.counting().withBars())
                                + "; cells under them are not counted"));
            }
            findings.addAll(ofSizes(result.counting()));
            findings.addAll(ofMembranesWithoutCells(result));
        }
        return findings;
    }

    private static List<Warning> ofBlanks(TranswellResult result) {
        if (result.blanks().isNone()) {
            return List.of(new Warning(
                    "no-blank",
                    "no insert has the role blank: absorbances hold what membrane and matrix take up, and indices lie"
                            + " too near to 1"));
        }
        return Arrays.stream(Membrane.values())
                .filter(membrane -> !result.blanks().isOwn(membrane))
                .filter(membrane -> result.conditions().stream().anyMatch(one -> one.membrane() == membrane))
                .map(membrane -> new Warning(
                        "blank-of-other-membrane",
                        "the membrane " + membrane.text()
                                + " has no blank of its own: that of the other was subtracted,"
                                + " though matrix takes up dye"))
                .toList();
    }

    private static List<Warning> ofSizes(CellCounter.Counted counted) {
        List<Warning> findings = new ArrayList<>();
        SizeClasses classes = counted.classes();
        if (counted.isDark() && classes.isAlike()) {
            findings.add(new Warning(
                    "alike",
                    "what was counted is all of one size, as pores of a membrane are and cells are not: look at the"
                            + " overlay, and analyse these fields together with some that hold cells"));
        }
        if (!classes.isClear()) {
            findings.add(new Warning(
                    "sizes-overlap", "pores or debris and cells are not clearly apart in size: look at the overlay"));
        }
        return findings;
    }

    private static List<Warning> ofMembranesWithoutCells(TranswellResult result) {
        double[] counts = result.inserts().stream()
                .filter(value -> value.insert().isBlank())
                .mapToDouble(InsertValue::mean)
                .toArray();
        double mean = Arrays.stream(counts).average().orElse(0);
        return mean > 0
                ? List.of(new Warning(
                        "blank-counts",
                        "membranes without cells show " + Prose.number(mean)
                                + " a field: counts are that much too high"))
                : List.of();
    }
}
