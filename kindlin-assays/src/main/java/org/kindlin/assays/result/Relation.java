package org.kindlin.assays.result;

/** How a reported value stands to the true one: equal to it, or a limit the true value lies beyond. */
public enum Relation {
    EQUAL("="),
    BELOW("<"),
    ABOVE(">");

    private final String symbol;

    Relation(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /**
     * The relation written as {@code symbol}.
     *
     * @throws IllegalArgumentException if it is none of {@code = < >}
     */
    public static Relation ofSymbol(String symbol) {
        for (Relation relation : values()) {
            if (relation.symbol.equals(symbol)) {
                return relation;
            }
        }
        throw new IllegalArgumentException("no relation is written '" + symbol + "'");
    }
}
