package org.kindlin.study.record;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One finished piece of work, as the journal keeps it.
 *
 * @param time when it was finished; the only place a time of day is kept
 * @param kind what was finished
 * @param name the experiment, or {@code report}
 * @param key hash of everything the work depended on
 * @param outputs hash of everything it produced, by name
 */
public record JournalEntry(Instant time, Kind kind, String name, Sha256 key, Map<String, Sha256> outputs) {
    /** Name of an analysis's output in {@link #outputs}. */
    public static final String DOCUMENT = "document";

    /** What an entry tells of. */
    public enum Kind {
        ANALYSIS,
        REPORT
    }

    public JournalEntry {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
}
