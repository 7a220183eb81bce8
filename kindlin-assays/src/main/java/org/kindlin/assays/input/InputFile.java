package org.kindlin.assays.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.quantity.CompoundForm;

/**
 * A data file with what the study says about it.
 *
 * @param data the instrument's file
 * @param layout its plate map or other layout file, where one was given
 * @param tags what holds for the whole file, such as {@code target=FAK}
 * @param compounds compound forms whose molar mass the study states
 */
public record InputFile(
        RawFile data, Optional<RawFile> layout, Map<String, String> tags, List<CompoundForm> compounds) {

    public InputFile {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        compounds = List.copyOf(compounds);
    }

    public InputFile(RawFile data, Optional<RawFile> layout, Map<String, String> tags) {
        this(data, layout, tags, List.of());
    }

    public static InputFile of(RawFile data) {
        return new InputFile(data, Optional.empty(), Map.of());
    }
}
