package org.kindlin.assays.response;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The best overall response of a patient (RECIST 1.1, table 3): up to the first progression, with confirmation where it is
 * asked for, stable disease only from its least time on.
 *
 * <p>Between a partial response and its confirmation, stable or not evaluable visits may lie; between a complete response and
 * its confirmation only visits that are not evaluable.
 */
final class BestResponse {
    private BestResponse() {}

    static Best of(List<Visit> visits, ResponseProtocol protocol) {
        List<Visit> until = untilProgression(visits);
        if (held(until, Best.COMPLETE, protocol).isPresent()) {
            return Best.COMPLETE;
        }
        if (held(until, Best.PARTIAL, protocol).isPresent()) {
            return Best.PARTIAL;
        }
        boolean neither = until.stream().anyMatch(visit -> visit.overall() == Best.NEITHER);
        boolean stable =
                until.stream().anyMatch(visit -> visit.overall().isControl() && visit.day() >= protocol.stableDays());
        if (stable) {
            return neither ? Best.NEITHER : Best.STABLE;
        }
        return until.size() < visits.size() ? Best.PROGRESSIVE : Best.NOT_EVALUABLE;
    }

    /** The day on which the response that counts began. */
    static Optional<Double> first(List<Visit> visits, ResponseProtocol protocol) {
        List<Visit> until = untilProgression(visits);
        Optional<Visit> partial = held(until, Best.PARTIAL, protocol);
        Optional<Visit> complete = held(until, Best.COMPLETE, protocol);
        return Stream.of(partial, complete)
                .flatMap(Optional::stream)
                .map(Visit::day)
                .sorted()
                .findFirst();
    }

    private static List<Visit> untilProgression(List<Visit> visits) {
        return visits.stream()
                .takeWhile(visit -> visit.overall() != Best.PROGRESSIVE)
                .toList();
    }

    /** The first visit with at least this response that counts. */
    private static Optional<Visit> held(List<Visit> visits, Best wanted, ResponseProtocol protocol) {
        for (int i = 0; i < visits.size(); i++) {
            if (reaches(visits.get(i), wanted) && (!protocol.isConfirmed() || confirmed(visits, i, wanted, protocol))) {
                return Optional.of(visits.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean reaches(Visit visit, Best wanted) {
        return visit.overall() == Best.COMPLETE || (wanted == Best.PARTIAL && visit.overall() == Best.PARTIAL);
    }

    private static boolean confirmed(List<Visit> visits, int at, Best wanted, ResponseProtocol protocol) {
        for (int i = at + 1; i < visits.size(); i++) {
            Visit later = visits.get(i);
            if (reaches(later, wanted)) {
                if (later.day() - visits.get(at).day() >= protocol.confirmationDays()) {
                    return true;
                }
            } else if (later.overall() != Best.NOT_EVALUABLE
                    && !(wanted == Best.PARTIAL && later.overall() == Best.STABLE)) {
                return false;
            }
        }
        return false;
    }
}
