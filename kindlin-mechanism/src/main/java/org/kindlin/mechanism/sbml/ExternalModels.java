package org.kindlin.mechanism.sbml;

import java.util.Optional;

/** Where the files are that a document takes models from. */
@FunctionalInterface
public interface ExternalModels {
    /** No other file may be read. */
    ExternalModels NONE = source -> Optional.empty();

    /** The bytes of a file beside the document; empty where there is none, or where it may not be read. */
    Optional<byte[]> read(String source);
}
