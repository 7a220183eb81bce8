package org.kindlin.study;

/** Hears how a run goes on. Called by one thread at a time, though not always the same. */
public interface RunListener {

    /** The study was read; this many experiments will be looked at. */
    default void begins(Study study) {}

    /** An experiment's analysis starts; not called where the record holds its result. */
    default void analyzing(Experiment experiment) {}

    /** An experiment is done, and what there is of it is in place. */
    default void finished(ExperimentOutcome outcome) {}

    /** The report is being written; not called where it is up to date. */
    default void reporting() {}

    /** A listener that does nothing. */
    static RunListener silent() {
        return new RunListener() {};
    }
}
