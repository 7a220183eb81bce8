package org.kindlin.mechanism.prior;

import java.util.Arrays;
import java.util.Optional;

/** Where a number is from. */
public enum Evidence {
    SOURCE('S', "read in a source"),
    GUIDE('G', "stated only in a guide"),
    COMPUTED('C', "computed from such numbers"),
    RECALLED('R', "recalled, unverified"),
    ASSUMED('A', "assumed"),
    DEFINED('D', "a definition or a switch");

    private final char tag;
    private final String meaning;

    Evidence(char tag, String meaning) {
        this.tag = tag;
        this.meaning = meaning;
    }

    public char tag() {
        return tag;
    }

    public String meaning() {
        return meaning;
    }

    static Optional<Evidence> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(one -> tag.equals(String.valueOf(one.tag)))
                .findFirst();
    }
}
