package org.kindlin.study;

import org.kindlin.fault.Fault;
import org.kindlin.study.record.ObjectStore;
import org.kindlin.study.record.Sha256;

/** One thing a verification found that is not as the record says. */
public sealed interface Finding {

    /** What was found, in one sentence. */
    String sentence();

    /** Whether something no longer holds; false for what is merely worth knowing. */
    default boolean matters() {
        return true;
    }

    /**
     * An input file whose content is not what the result was made from.
     *
     * @param recorded SHA-256 then; {@code absent} where the result did not use it
     * @param now SHA-256 now; {@code absent} where the experiment does not use it any more
     */
    record FileDiffers(String path, String recorded, String now) implements Finding {
        @Override
        public String sentence() {
            return path + " differs from what the result was made from: SHA-256 was " + recorded + ", is " + now;
        }
    }

    /**
     * A fact of the result that comes out differently now.
     *
     * @param subject what the fact is about; empty for the analysis as a whole
     * @param fact its name, such as {@code ic50 high}
     * @param recorded text then; {@code absent} where there was none
     * @param now text now; {@code absent} where there is none
     */
    record FactDiffers(String subject, String fact, String recorded, String now) implements Finding {
        @Override
        public String sentence() {
            return (subject.isEmpty() ? "" : subject + ": ") + fact + " was " + recorded + ", is " + now;
        }
    }

    /** Part of the record is missing or its bytes no longer give its name. */
    record ObjectLost(String what, Sha256 name, ObjectStore.State state) implements Finding {
        @Override
        public String sentence() {
            String how = state == ObjectStore.State.MISSING ? "missing from" : "damaged in";
            return what + " (" + name.hex() + ") is " + how + " the record; a run makes it anew";
        }
    }

    /** A journal line that is no entry. */
    record JournalUnreadable(int line, boolean torn) implements Finding {
        @Override
        public String sentence() {
            return "line " + line + " of the journal "
                    + (torn ? "was cut short when its writer was stopped" : "has been altered");
        }

        @Override
        public boolean matters() {
            return !torn;
        }
    }

    /** A file beside the record that is not the copy it should be. */
    record CopyDiffers(String file, boolean missing) implements Finding {
        @Override
        public String sentence() {
            return file + (missing ? " is missing" : " has been altered") + "; a run puts it back";
        }
    }

    /** The report tells another study, or other results, than a run would now put into it. */
    record ReportOutdated(String because) implements Finding {
        @Override
        public String sentence() {
            return "the report does not tell the study as it is now: " + because + "; a run makes it anew";
        }
    }

    /** The record has no result of the experiment. */
    record NeverRun(String experiment) implements Finding {
        @Override
        public String sentence() {
            return experiment + " has never been run";
        }
    }

    /** The experiment cannot be analysed as it is now. */
    record CannotRun(Fault fault) implements Finding {
        @Override
        public String sentence() {
            return fault.toString();
        }
    }
}
