package org.kindlin.assays.doseresponse;

/** What counts as parallel. */
enum ParallelismRule {
    /**
     * Equivalence is shown: the 90 % intervals (two one-sided tests at 5 %) of the ratio of slopes and of the distances of
     * plateaus lie within their margins (USP general chapters 1032 and 1034).
     */
    EQUIVALENCE("equivalence of slopes and plateaus (two one-sided tests at 5 %, USP <1032> and <1034>)"),
    /** A difference is not shown: the extra-sum-of-squares F test has p of at least 0.05. */
    DIFFERENCE("no significant difference of shape (extra-sum-of-squares F test, p >= 0.05)");

    private final String title;

    ParallelismRule(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
