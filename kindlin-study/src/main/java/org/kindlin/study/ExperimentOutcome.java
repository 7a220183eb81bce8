package org.kindlin.study;

import java.util.List;
import java.util.Optional;
import org.kindlin.fault.Fault;
import org.kindlin.study.record.KeptAnalysis;

/** What became of an experiment in a run. */
public sealed interface ExperimentOutcome {
    Experiment experiment();

    /** The result, where there is one. */
    default Optional<KeptAnalysis> result() {
        return switch (this) {
            case Ran ran -> Optional.of(ran.kept());
            case Unchanged unchanged -> Optional.of(unchanged.kept());
            case Faulty faulty -> Optional.empty();
            case NotRun notRun -> Optional.empty();
        };
    }

    /** Why an experiment was analysed. */
    enum Cause {
        /** The record knew nothing of it. */
        NEW,
        /** A file, the protocol, the seed or the version differs from what the record has. */
        CHANGED,
        /** The user asked for it. */
        FORCED,
        /** The record has it, but no longer intact. */
        DAMAGED
    }

    /** It was analysed now. */
    record Ran(Experiment experiment, Cause cause, KeptAnalysis kept) implements ExperimentOutcome {}

    /** The record holds its result already. */
    record Unchanged(Experiment experiment, KeptAnalysis kept) implements ExperimentOutcome {}

    /** It cannot be analysed; nothing was written for it. */
    record Faulty(Experiment experiment, List<Fault> faults) implements ExperimentOutcome {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /** The run was limited to others, and the record has no result that fits it as it is now. */
    record NotRun(Experiment experiment) implements ExperimentOutcome {}
}
