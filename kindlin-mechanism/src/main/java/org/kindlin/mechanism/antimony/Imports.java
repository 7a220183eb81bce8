package org.kindlin.mechanism.antimony;

import java.util.Optional;

/** Where imported files come from. */
@FunctionalInterface
public interface Imports {
    /** No file can be imported. */
    Imports NONE = _ -> Optional.empty();

    /** The text of a file by the name in the import; empty where there is none or it may not be read. */
    Optional<String> text(String name);
}
