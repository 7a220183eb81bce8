package org.kindlin.assays.survival;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindlin.fault.Faults;

/** What cannot be true of one subject: two rows, two arms, time after its event. */
final class SubjectRules {
    private final SurvivalProtocol protocol;
    private final Faults faults;

    private SubjectRules(SurvivalProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
    }

    static void check(List<Observed> rows, SurvivalProtocol protocol, Faults faults) {
        SubjectRules rules = new SubjectRules(protocol, faults);
        Map<String, List<Observed>> subjects = rows.stream()
                .filter(row -> !row.id().isEmpty())
                .collect(Collectors.groupingBy(Observed::id, LinkedHashMap::new, Collectors.toList()));
        subjects.values().stream().filter(own -> own.size() > 1).forEach(rules::check);
    }

    private void check(List<Observed> own) {
        if (protocol.columns().start().isEmpty()) {
            repeated(own);
        } else {
            stretches(own);
        }
    }

    private void repeated(List<Observed> own) {
        Observed first = own.getFirst();
        Observed second = own.get(1);
        List<String> arms = own.stream().map(Observed::arm).distinct().toList();
        if (arms.size() > 1) {
            fault(
                    second,
                    first.id() + " is in arm " + arms.getFirst() + " (line " + first.line() + ") and in arm "
                            + arms.get(1),
                    "give every subject a name of its own, or state id=ARM COLUMN,ID COLUMN where numbers start anew in each arm");
        } else {
            fault(
                    second,
                    first.id() + " stands on line " + first.line() + " too",
                    "keep one row for each subject, or state start=COLUMN where rows are stretches of observation");
        }
    }

    private void stretches(List<Observed> own) {
        List<Observed> inOrder =
                own.stream().sorted(Comparator.comparingDouble(Observed::start)).toList();
        boolean mayRecur = protocol.columns().cluster().isPresent();
        for (int i = 1; i < inOrder.size(); i++) {
            Observed before = inOrder.get(i - 1);
            Observed row = inOrder.get(i);
            if (before.hasEvent() && !mayRecur) {
                fault(
                        row,
                        row.id() + " is under observation after its event on line " + before.line(),
                        "remove the row, or state cluster=COLUMN where events can recur");
            } else if (row.start() < before.time() && !mayRecur) {
                fault(
                        row,
                        row.id() + " is observed twice at once, here and on line " + before.line(),
                        "let stretches not overlap");
            }
        }
    }

    private void fault(Observed row, String problem, String remedy) {
        faults.add(row.file(), "line " + row.line(), problem, remedy);
    }
}
