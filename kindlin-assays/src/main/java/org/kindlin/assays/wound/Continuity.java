package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.result.Warning;

/**
 * A wound does not jump: a frame whose open area lies far outside of those before and after it shows something else, and is not
 * judged.
 */
final class Continuity {
    private static final double MOST_JUMP = 0.15; // of the largest area

    private Continuity() {}

    static List<MeasuredFrame> check(List<MeasuredFrame> frames) {
        List<MeasuredFrame> checked = new ArrayList<>(frames);
        double largest = frames.stream().mapToInt(MeasuredFrame::pixels).max().orElse(0);
        while (true) {
            int worst = -1;
            double jump = MOST_JUMP * largest;
            for (int i = 0; i < checked.size(); i++) {
                double here = jump(checked, i);
                if (here > jump) {
                    worst = i;
                    jump = here;
                }
            }
            if (worst < 0) {
                return checked;
            }
            String why = String.format(
                    Locale.ROOT,
                    "the open area lies %.0f %% of the wound outside of those before and after it: another place, or out of"
                            + " focus",
                    100 * jump / largest);
            checked.set(worst, MeasuredFrame.refused(checked.get(worst).frame(), new Warning("abstained", why)));
        }
    }

    /** How far a frame lies outside of the nearest measured ones on either side, in pixels. */
    private static double jump(List<MeasuredFrame> frames, int at) {
        int before = at - 1;
        while (before >= 0 && !frames.get(before).isMeasured()) {
            before--;
        }
        int after = at + 1;
        while (after < frames.size() && !frames.get(after).isMeasured()) {
            after++;
        }
        if (!frames.get(at).isMeasured() || before < 0 || after >= frames.size()) {
            return 0;
        }
        double one = frames.get(before).pixels();
        double other = frames.get(after).pixels();
        double here = frames.get(at).pixels();
        return Math.max(here - Math.max(one, other), Math.min(one, other) - here);
    }
}
