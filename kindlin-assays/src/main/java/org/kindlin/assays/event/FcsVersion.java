package org.kindlin.assays.event;

import java.util.Optional;

/** The versions of the FCS standard that are read. */
public enum FcsVersion {
    FCS2_0("FCS2.0"),
    FCS3_0("FCS3.0"),
    FCS3_1("FCS3.1"),
    FCS3_2("FCS3.2");

    /** Characters that name the version at the beginning of a data set. */
    static final int LENGTH = 6;

    private final String label;

    FcsVersion(String label) {
        this.label = label;
    }

    /** As the file writes it: {@code FCS3.1}. */
    public String label() {
        return label;
    }

    static Optional<FcsVersion> of(String label) {
        for (FcsVersion version : values()) {
            if (version.label.equals(label)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
