package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.fault.Faults;

/** Scores of arms for a test of trend: as stated, else the numbers that three or more arms are named by. */
final class TrendScores {
    private TrendScores() {}

    /** The scores in the order of the arms; none where there is no order. */
    static List<Double> of(List<String> arms, Optional<String> stated, Faults faults) {
        if (stated.isPresent()) {
            return stated(arms, stated.get(), faults);
        }
        boolean numbered = arms.size() > 2 && arms.stream().allMatch(arm -> arm.matches("\\d{1,9}(\\.\\d{1,9})?"));
        return numbered ? arms.stream().map(Double::valueOf).toList() : List.of();
    }

    private static List<Double> stated(List<String> arms, String stated, Faults faults) {
        List<Double> scores = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String part : NameList.of(stated)) {
            int colon = arms.contains(part) ? -1 : part.lastIndexOf(':');
            String score = colon < 0
                    ? Integer.toString(names.size())
                    : part.substring(colon + 1).strip();
            if (!score.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
                faults.add("--set", "trend", "'" + score + "' is no score", "write trend=vehicle:0, low:10, high:50");
                return List.of();
            }
            names.add(colon < 0 ? part : part.substring(0, colon).strip());
            scores.add(Double.valueOf(score));
        }
        if (arms.isEmpty()) {
            return List.of();
        }
        if (names.size() != arms.size() || !names.containsAll(arms)) {
            faults.add(
                    "--set",
                    "trend",
                    "trend names " + String.join(", ", names),
                    "name every arm once: " + String.join(", ", arms));
            return List.of();
        }
        return arms.stream().map(arm -> scores.get(names.indexOf(arm))).toList();
    }
}
