package org.kindlin.mechanism.antimony;

/** Leaves a statement that cannot be read; the reader notes the fault and goes on with the next line. */
final class SyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Token at;
    private final String remedy;

    SyntaxException(Token at, String problem, String remedy) {
        super(problem);
        this.at = at;
        this.remedy = remedy;
    }

    Token at() {
        return at;
    }

    String remedy() {
        return remedy;
    }
}
