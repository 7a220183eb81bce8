package org.kindlin.study.evidence;

import java.util.Arrays;

/** How a claim came to be known, and so how far it may be trusted. */
public enum EvidenceTag {
    SOURCE("S", "read in a source"),
    GUIDE_A("guide A", "stated only in guide A"),
    GUIDE_B("guide B", "stated only in guide B"),
    GUIDE_C("guide C", "stated only in guide C"),
    COMPUTED("C", "computed from other claims"),
    RECALLED("R", "recalled, unverified"),
    ASSUMPTION("A", "an assumption, not evidence");

    private final String symbol;
    private final String meaning;

    EvidenceTag(String symbol, String meaning) {
        this.symbol = symbol;
        this.meaning = meaning;
    }

    /** As the ledger writes it. */
    public String symbol() {
        return symbol;
    }

    public String meaning() {
        return meaning;
    }

    /**
     * The tag written as {@code symbol}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static EvidenceTag ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(tag -> tag.symbol.equalsIgnoreCase(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no evidence tag is written '" + symbol + "'"));
    }
}
