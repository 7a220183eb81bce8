package org.kindlin.lab.viability;

/** Which of the two is a logistic function of dose; the other follows from it. */
enum LogisticIn {
    /** Growth rate inhibition. */
    GROWTH,
    /** The number of cells beside untreated ones. */
    VIABILITY
}
