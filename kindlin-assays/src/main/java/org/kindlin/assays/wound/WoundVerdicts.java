package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;

/** The answer in sentences. */
final class WoundVerdicts {
    private WoundVerdicts() {}

    static List<String> of(WoundResult result) {
        List<String> sentences = new ArrayList<>();
        long measured =
                result.frames().stream().filter(MeasuredFrame::isMeasured).count();
        if (measured == 0) {
            sentences.add("No frame was measured: "
                    + result.frames().getFirst().warnings().getFirst().message() + ".");
            return sentences;
        }
        List<SubjectResult> subjects = result.subjects();
        Estimate closure = subjects.getLast().estimate("closure").orElseThrow();
        if (closure.value() != null && result.frames().size() > 1) {
            sentences.add(
                    "The wound closed by " + Prose.number(closure.value()) + " % from the first to the last frame.");
        }
        Estimate velocity = subjects.getFirst().estimate("edgeVelocity").orElseThrow();
        if (velocity.value() != null) {
            sentences.add("Each edge moved at " + Prose.estimate(velocity) + ".");
        }
        if (measured < result.frames().size()) {
            sentences.add(result.frames().size() - measured + " of "
                    + result.frames().size() + " frames were not judged; the masks show the others.");
        }
        return sentences;
    }
}
