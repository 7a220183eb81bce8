package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.ControlArm;
import org.kindlin.fault.Faults;

/** The order of arms: the one the others are compared with first, then by number, or as they come. */
final class ArmOrder {
    private ArmOrder() {}

    static List<String> of(List<Observed> rows, Optional<String> stated, Faults faults) {
        List<String> arms =
                new ArrayList<>(rows.stream().map(Observed::arm).distinct().toList());
        if (arms.isEmpty()) {
            return arms;
        }
        boolean numbered = arms.stream().allMatch(arm -> arm.matches("[+-]?\\d{1,9}"));
        if (numbered) {
            arms.sort(Comparator.comparingInt(Integer::parseInt));
        }
        String reference = reference(arms, stated, rows, faults);
        arms.remove(reference);
        arms.addFirst(reference);
        return arms;
    }

    private static String reference(List<String> arms, Optional<String> stated, List<Observed> rows, Faults faults) {
        if (stated.isPresent() && !arms.contains(stated.get())) {
            faults.add(
                    rows.getFirst().file(),
                    "",
                    "there is no arm '" + stated.get() + "' to compare with",
                    "the arms are: " + String.join(", ", arms));
        }
        return stated.filter(arms::contains)
                .or(() -> arms.stream().filter(ControlArm::isNamedBy).findFirst())
                .orElseGet(() -> arms.getFirst().matches("[+-]?\\d{1,9}")
                        ? arms.getFirst()
                        : arms.stream().sorted().findFirst().orElseThrow());
    }
}
