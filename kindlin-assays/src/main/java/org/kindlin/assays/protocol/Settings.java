package org.kindlin.assays.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Suggestion;

/**
 * What the user stated, as text: from {@code --set key=value} or from an experiment of study.yaml.
 *
 * @param stated key to text, in the order given
 * @param origin what a fault names as its file: {@code study.yaml} or {@code --set}
 * @param place prefix of a fault's place, such as {@code experiments.kinase}; may be empty
 */
public record Settings(Map<String, String> stated, String origin, String place) {

    public Settings {
        stated = Collections.unmodifiableMap(new LinkedHashMap<>(stated));
    }

    /** Settings from the command line. */
    public static Settings of(Map<String, String> stated) {
        return new Settings(stated, "--set", "");
    }

    /**
     * Reads every key, stated or default; unknown keys and values that do not fit become faults.
     *
     * @throws org.kindlin.fault.InputFaultException never here; the caller asks the collector
     */
    public Resolved resolve(List<Key<?>> keys, Faults faults) {
        rejectUnknown(keys, faults);
        Map<String, Object> values = new LinkedHashMap<>();
        List<ProtocolEntry> entries = new ArrayList<>();
        keys.forEach(key -> entries.add(read(key, values, faults)));
        return new Resolved(values, entries, this);
    }

    private <T> ProtocolEntry read(Key<T> key, Map<String, Object> values, Faults faults) {
        String text = stated.get(key.name());
        boolean isStated = text != null;
        if (text == null) {
            text = key.defaultText();
        }
        if (text == null) {
            return new ProtocolEntry(key.name(), new Value.NotStated(), false, key.meaning());
        }
        Optional<T> value = key.parser().apply(text);
        if (value.isEmpty()) {
            faults.add(
                    origin,
                    placeOf(key.name()),
                    "'" + text + "' is not a valid " + key.name(),
                    "expected: " + key.type() + (key.unit().isEmpty() ? "" : ", default unit " + key.unit()));
            return new ProtocolEntry(key.name(), new Value.Text(text), isStated, key.meaning());
        }
        values.put(key.name(), value.get());
        return new ProtocolEntry(key.name(), key.describe().apply(value.get()), isStated, key.meaning());
    }

    private void rejectUnknown(List<Key<?>> keys, Faults faults) {
        List<String> known = keys.stream().map(Key::name).toList();
        stated.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(
                        origin,
                        placeOf(name),
                        "unknown key '" + name + "'" + Suggestion.didYouMean(name, known),
                        "known keys: " + String.join(", ", known)));
    }

    /** A fault's place for a key. */
    public String placeOf(String key) {
        return place.isEmpty() ? key : place + "." + key;
    }
}
