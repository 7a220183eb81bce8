package org.kindlin.assays.input;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A data file with what the study says about it.
 *
 * @param data the instrument's file
 * @param layout its plate map or other layout file, where one was given
 * @param tags what holds for the whole file, such as {@code target=FAK}
 */
public record InputFile(RawFile data, Optional<RawFile> layout, Map<String, String> tags) {

    public InputFile {
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
    }

    public static InputFile of(RawFile data) {
        return new InputFile(data, Optional.empty(), Map.of());
    }
}
