package org.kindlin.study.evidence;

/** How an estimate stands to a claim. */
public enum Agreement {
    AGREES("agrees"),
    DISAGREES("disagrees"),
    CANNOT_TELL("cannot tell");

    private final String words;

    Agreement(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
