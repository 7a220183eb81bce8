package org.kindlin.assays.response;

import java.util.Locale;
import java.util.Optional;

/** A response by RECIST 1.1, at one visit or the best of a patient. */
public enum Best {
    COMPLETE("CR"),
    PARTIAL("PR"),
    STABLE("SD"),
    /** Without target lesions: neither complete response nor progression. */
    NEITHER("non-CR/non-PD"),
    PROGRESSIVE("PD"),
    NOT_EVALUABLE("NE");

    private final String code;

    Best(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public boolean isResponse() {
        return this == COMPLETE || this == PARTIAL;
    }

    public boolean isControl() {
        return isResponse() || this == STABLE || this == NEITHER;
    }

    /** As tables write it; empty where the text is no response. */
    static Optional<Best> parse(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "cr", "complete response", "complete remission" -> Optional.of(COMPLETE);
            case "pr", "partial response", "partial remission" -> Optional.of(PARTIAL);
            case "sd", "stable disease", "stable" -> Optional.of(STABLE);
            case "non-cr/non-pd", "noncr/nonpd", "nn" -> Optional.of(NEITHER);
            case "pd", "progressive disease", "progression" -> Optional.of(PROGRESSIVE);
            case "ne", "not evaluable", "inevaluable", "nd", "unk", "unknown", "not done", "not assessed" ->
                Optional.of(NOT_EVALUABLE);
            default -> Optional.empty();
        };
    }
}
