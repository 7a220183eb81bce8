package org.kindlin.assays.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The values of an assay's keys after reading: typed on the way out, listed for the record. */
public final class Resolved {
    private final Map<String, Object> values;
    private final List<ProtocolEntry> entries;
    private final Settings settings;

    Resolved(Map<String, Object> values, List<ProtocolEntry> entries, Settings settings) {
        this.values = new LinkedHashMap<>(values);
        this.entries = List.copyOf(entries);
        this.settings = settings;
    }

    /** The value of a key without a default; empty where it was not stated (or was faulty). */
    @SuppressWarnings("unchecked") // only a key's own parser puts a value under its name
    public <T> Optional<T> find(Key<T> key) {
        return Optional.ofNullable((T) values.get(key.name()));
    }

    /**
     * The value of a key that has a default.
     *
     * @throws NoSuchElementException if it has neither value nor default, or its text was faulty: check faults first
     */
    public <T> T get(Key<T> key) {
        return find(key).orElseThrow(() -> new NoSuchElementException(key.name()));
    }

    public boolean isStated(Key<?> key) {
        return settings.stated().containsKey(key.name());
    }

    /** Every key in order, for provenance. */
    public List<ProtocolEntry> entries() {
        return entries;
    }

    /** Where it came from, for faults that concern several keys together. */
    public Settings settings() {
        return settings;
    }
}
