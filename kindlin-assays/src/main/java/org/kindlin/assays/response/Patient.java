package org.kindlin.assays.response;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One patient's response.
 *
 * @param arm empty where there is one
 * @param bestChange of the sum of diameters against baseline, percent
 * @param duration of response; empty without one
 * @param progressionFree survival; empty where not known
 * @param visits after baseline, in order
 */
public record Patient(
        String id,
        String arm,
        Best best,
        OptionalDouble bestChange,
        Optional<Span> duration,
        Optional<Span> progressionFree,
        List<Visit> visits) {
    public Patient {
        visits = List.copyOf(visits);
    }

    /** The same patient in an arm. */
    Patient of(String allocated) {
        return new Patient(id, allocated, best, bestChange, duration, progressionFree, visits);
    }
}
