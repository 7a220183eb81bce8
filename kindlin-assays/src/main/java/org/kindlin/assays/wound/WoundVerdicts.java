package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;

/** The answer in sentences. */
final class WoundVerdicts {
    private WoundVerdicts() {}

    static List<String> of(WoundResult result) {
        List<String> sentences = new ArrayList<>();
        long frames = result.frames().count();
        long measured = result.frames().filter(MeasuredFrame::isMeasured).count();
        if (measured == 0) {
            MeasuredFrame first = result.frames().findFirst().orElseThrow();
            return List.of(
                    "No frame was measured: " + first.warnings().getFirst().message() + ".");
        }
        for (CurveResult curve : result.velocities().curves()) {
            curve.result()
                    .estimate("ic50")
                    .filter(ic50 -> ic50.value() != null)
                    .ifPresent(ic50 -> sentences.add("Half of the effect of "
                            + curve.data().subject().getOrDefault("compound", "the compound")
                            + " on the velocity of edges is reached at " + Prose.estimate(ic50) + "."));
        }
        for (VelocityGroup group : result.velocities().groups()) {
            if (result.velocities().curves().isEmpty()) {
                ratio(group, result).ifPresent(sentences::add);
            }
        }
        if (result.wounds().size() == 1) {
            single(result, sentences);
        }
        if (measured < frames) {
            sentences.add(frames - measured + " of " + frames + " frames were not judged; the masks show the others.");
        }
        if (sentences.isEmpty()) {
            sentences.add(measured + (measured == 1 ? " frame was measured." : " frames were measured."));
        }
        return sentences;
    }

    private static Optional<String> ratio(VelocityGroup group, WoundResult result) {
        SubjectResult subject = group.result(result.velocities().control(), result.protocol());
        return subject.estimate("velocityRatio")
                .filter(ratio -> ratio.value() != null)
                .map(ratio -> String.join(" ", subject.subject().values()) + ": edges move at " + Prose.estimate(ratio)
                        + " of the control's velocity.");
    }

    private static void single(WoundResult result, List<String> sentences) {
        List<SubjectResult> subjects = result.subjects();
        Optional<SubjectResult> last = subjects.reversed().stream()
                .filter(subject -> subject.estimate("closure")
                        .filter(estimate -> estimate.value() != null)
                        .isPresent())
                .findFirst();
        if (last.isPresent() && result.frames().count() > 1) {
            Estimate closure = last.get().estimate("closure").orElseThrow();
            boolean isLast = last.get().equals(subjects.getLast());
            double percent = Objects.requireNonNull(closure.value());
            sentences.add((percent < 0 ? "The wound opened by " : "The wound closed by ")
                    + Prose.number(Math.abs(percent))
                    + " % from the first to the last "
                    + (isLast ? "frame." : "frame that was judged."));
        }
        Estimate velocity = subjects.getFirst().estimate("edgeVelocity").orElseThrow();
        if (velocity.value() != null) {
            sentences.add("Each edge moved at " + Prose.estimate(velocity) + ".");
        }
    }
}
