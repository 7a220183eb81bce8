package org.kindlin.assays.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.quantity.CompoundForm;

/**
 * A data file with what the study says about it.
 *
 * @param data the instrument's file
 * @param layout its plate map or other layout file, where one was given
 * @param tags what holds for the whole file, such as {@code target=FAK}
 * @param compounds compound forms whose molar mass the study states
 * @param companions files that the protocol names, such as gates or a mask, by key; every data file carries them
 */
public record InputFile(
        RawFile data,
        Optional<RawFile> layout,
        Map<String, String> tags,
        List<CompoundForm> compounds,
        Map<String, RawFile> companions) {

    public InputFile {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        compounds = List.copyOf(compounds);
        companions = Collections.unmodifiableMap(new LinkedHashMap<>(companions));
    }

    public InputFile(RawFile data, Optional<RawFile> layout, Map<String, String> tags, List<CompoundForm> compounds) {
        this(data, layout, tags, compounds, Map.of());
    }

    public InputFile(RawFile data, Optional<RawFile> layout, Map<String, String> tags) {
        this(data, layout, tags, List.of());
    }

    public static InputFile of(RawFile data) {
        return new InputFile(data, Optional.empty(), Map.of());
    }

    /** The same file with the files that the protocol names. */
    public InputFile with(Map<String, RawFile> named) {
        return new InputFile(data, layout, tags, compounds, named);
    }

    /** The file that a key of type {@link Key#FILE} names; empty where the key is not stated. */
    public Optional<RawFile> companion(Key<?> key) {
        return Optional.ofNullable(companions.get(key.name()));
    }
}
