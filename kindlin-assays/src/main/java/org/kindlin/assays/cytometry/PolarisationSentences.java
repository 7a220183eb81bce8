package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;

/** What is said of macrophage polarisation: the answer, and how it was obtained. */
final class PolarisationSentences {
    private PolarisationSentences() {}

    /** The shift at the highest dose, and which way it goes; nothing where no dose is stated. */
    static List<String> verdicts(Polarisation polarisation) {
        Optional<Estimate> shift = polarisation.results().stream()
                .filter(result -> result.subject().containsKey("comparison"))
                .filter(result -> !result.subject().containsKey("marker"))
                .map(result -> result.estimate("polarisationShift"))
                .flatMap(Optional::stream)
                .findFirst();
        List<String> sentences = new ArrayList<>();
        shift.ifPresent(estimate -> sentences.add("Macrophage polarisation at the highest dose against vehicle: score "
                + Prose.estimate(estimate) + ", " + meaning(estimate) + "."));
        polarisation
                .score()
                .forEach(curve -> curve.result()
                        .estimate("ic50")
                        .ifPresent(
                                mid -> sentences.add("Half of the shift is reached at " + Prose.estimate(mid) + ".")));
        return sentences;
    }

    private static String meaning(Estimate shift) {
        Double low = shift.low();
        Double high = shift.high();
        if (low == null || high == null) {
            return "whose sign one donor cannot establish";
        }
        if (low > 0) {
            return "a shift towards M1";
        }
        return high < 0 ? "a shift towards M2" : "no shift shown";
    }

    static List<String> methods(PolarisationProtocol how, Polarisation polarisation) {
        boolean scored = polarisation.samples().stream()
                .anyMatch(sample -> sample.score().isPresent());
        if (!scored) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        sentences.add("The polarisation score of a file is the mean of asinh(median/" + Prose.number(how.cofactor())
                + ") over " + Prose.list(how.m1()) + " less that over " + Prose.list(how.m2())
                + ", of the compensated medians of the scored cells; markers that a file lacks are left out. It is"
                + " positive towards M1. Its interval is that of counting cells.");
        boolean controlled = polarisation.results().stream()
                .map(SubjectResult::subject)
                .anyMatch(subject -> subject.containsKey("marker") && subject.containsKey("file"));
        if (controlled) {
            sentences.add(
                    "Cells are positive for a marker within its gate; one drawn against a control (FMO, isotype or"
                            + " unstained) begins at the control's " + Prose.number(100 * how.controlQuantile())
                            + " % point.");
        }
        if (!polarisation.score().isEmpty()) {
            sentences.add(
                    "Over dose the score, less the mean of the same donor's vehicle, is fitted as any dose-response"
                            + " curve, and so are each marker's median in percent of the donor's vehicle and its positive cells less"
                            + " those of the vehicle; the highest dose is compared with vehicle by Student's t of the donors'"
                            + " differences (of log medians for a ratio), p values of markers adjusted by Holm's method.");
        }
        return sentences;
    }
}
