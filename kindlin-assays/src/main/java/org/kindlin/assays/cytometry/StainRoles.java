package org.kindlin.assays.cytometry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which files are single-stain controls: file name to the detector of the dye, or {@value #UNSTAINED}.
 *
 * @param roles by file name; empty where no spillover is to be estimated
 */
public record StainRoles(Map<String, String> roles) {
    static final String UNSTAINED = "unstained";

    /** No controls. */
    public static final StainRoles NONE = new StainRoles(Map.of());

    public StainRoles {
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    }

    /** {@code a.fcs=unstained, b.fcs=FL1-H}; empty where the text is not that, or names no unstained control. */
    static Optional<StainRoles> parse(String text) {
        return FileMap.parse(text)
                .map(FileMap::values)
                .filter(roles -> roles.size() > 1
                        && roles.values().stream().filter(UNSTAINED::equals).count() == 1)
                .map(StainRoles::new);
    }

    boolean isControl(String file) {
        return roles.containsKey(file);
    }
}
