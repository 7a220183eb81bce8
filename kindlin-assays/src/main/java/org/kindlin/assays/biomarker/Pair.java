package org.kindlin.assays.biomarker;

/**
 * A marker of one subject before and after.
 *
 * @param place where the value after stands
 * @param arm empty where there is one
 * @param visit of the value after; empty where there are two columns
 */
public record Pair(
        String file, String place, String id, String marker, String arm, String visit, Reading before, Reading after) {

    boolean isCensored() {
        return before.isBelow() || after.isBelow();
    }

    double difference() {
        return after.value() - before.value();
    }

    double logRatio() {
        return StrictMath.log(after.value() / before.value());
    }

    boolean hasLogRatio() {
        return before.value() > 0 && after.value() > 0;
    }
}
