package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.blot.LinearRange.Place;
import org.kindlin.assays.blot.gel.Band;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.result.Prose;

/** The answer in sentences. */
final class BlotVerdicts {
    private BlotVerdicts() {}

    static List<String> of(BlotResult result) {
        List<String> sentences = new ArrayList<>();
        for (CurveResult curve : result.curves()) {
            curve.result()
                    .estimate("ic50")
                    .ifPresent(ic50 -> sentences.add(
                            "Half of " + curve.data().label() + " is lost at " + Prose.estimate(ic50) + "."));
        }
        for (FoldChange change : result.changes()) {
            if (!change.isReference() && result.curves().isEmpty()) {
                sentences.add(sentence(change, result.protocol().level()));
            }
        }
        sentences.add(measured(result));
        long saturated = bands(result).stream().filter(Band::isSaturated).count();
        if (saturated > 0) {
            sentences.add(saturated + (saturated == 1 ? " band is" : " bands are")
                    + " saturated; the volume is a lower limit and enters no ratio.");
        }
        beyond(result).ifPresent(sentences::add);
        return sentences;
    }

    private static Optional<String> beyond(BlotResult result) {
        if (result.ranges().stream().noneMatch(LinearRange::isFound)) {
            return Optional.empty();
        }
        int above = result.lying(Place.ABOVE).size();
        int unshown = result.lying(Place.BEYOND_SERIES).size()
                + result.lying(Place.BELOW).size();
        return Optional.of(
                above + unshown == 0
                        ? "No band of a sample lies beyond the linear range of its own blot."
                        : "Held against the linear range of its own blot, " + above
                                + (above == 1 ? " band lies" : " bands lie")
                                + " above it, where volume does not follow amount, and " + unshown
                                + " beyond the amounts that were loaded.");
    }

    private static String sentence(FoldChange change, double level) {
        String value =
                change.name() + " at " + change.label() + " is " + Prose.number(change.value()) + " of the reference";
        return change.halfWidth(level)
                .map(half -> value + " (" + Prose.number(100 * level) + " % interval "
                        + Prose.number(change.value() * StrictMath.exp(-half)) + " to "
                        + Prose.number(change.value() * StrictMath.exp(half)) + ", " + change.logs().length
                        + " blots).")
                .orElse(value + " (one blot, no interval).");
    }

    private static String measured(BlotResult result) {
        int lanes = result.blots().stream()
                .mapToInt(blot -> blot.gel().lanes().size())
                .sum();
        return bands(result).size() + " bands were found in " + lanes + " lanes of "
                + result.blots().size() + (result.blots().size() == 1 ? " picture." : " pictures.");
    }

    private static List<Band> bands(BlotResult result) {
        return result.blots().stream()
                .flatMap(blot -> blot.gel().lanes().stream())
                .flatMap(lane -> lane.bands().stream())
                .toList();
    }
}
