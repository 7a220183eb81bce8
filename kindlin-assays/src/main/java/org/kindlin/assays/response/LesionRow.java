package org.kindlin.assays.response;

/**
 * One finding at one visit.
 *
 * @param day from the start of treatment; zero or less before
 * @param lesion its name; the finding's where it is no lesion
 * @param organ in lower case; empty where not stated
 * @param diameter mm, longest or of a node the short axis; NaN where not measured
 * @param state of a non-target lesion
 */
record LesionRow(
        String id,
        String arm,
        double day,
        String lesion,
        Kind kind,
        boolean isNode,
        String organ,
        double diameter,
        State state) {

    /** What is found. */
    enum Kind {
        TARGET,
        NON_TARGET,
        NEW,
        DEATH,
        /** Another treatment of the cancer begins: later events are not the study treatment's. */
        NEW_THERAPY
    }

    /** State of a non-target lesion. */
    enum State {
        ABSENT,
        PRESENT,
        /** Unequivocal progression. */
        PROGRESSED,
        NOT_EVALUABLE
    }
}
