package org.kindlin.numerics.mixed;

import java.util.List;

/**
 * Repeated measurements of independent subjects with the designs of their fixed and random effects.
 *
 * @param subjects at least one; all with as many fixed and random columns
 */
public record MixedData(List<Subject> subjects) {

    public MixedData {
        subjects = List.copyOf(subjects);
        if (subjects.isEmpty()) {
            throw new IllegalArgumentException("there is no subject");
        }
        int fixed = subjects.getFirst().fixed()[0].length;
        int random = subjects.getFirst().random()[0].length;
        if (fixed == 0 || random == 0) {
            throw new IllegalArgumentException("a mixed model needs at least one fixed and one random effect");
        }
        for (Subject subject : subjects) {
            for (int row = 0; row < subject.rows(); row++) {
                if (subject.fixed()[row].length != fixed || subject.random()[row].length != random) {
                    throw new IllegalArgumentException("rows differ in their number of columns");
                }
            }
        }
    }

    /** Number of fixed coefficients. */
    public int fixedCount() {
        return subjects.getFirst().fixed()[0].length;
    }

    /** Number of random effects of a subject. */
    public int randomCount() {
        return subjects.getFirst().random()[0].length;
    }

    /** Number of measurements. */
    public int observations() {
        return subjects.stream().mapToInt(Subject::rows).sum();
    }
}
