package org.kindlin.study.evidence;

import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;

/**
 * Where a true value may lie: a closed interval, infinite where it is open.
 *
 * @param low may be minus infinity
 * @param high may be infinity
 */
record Span(double low, double high) {

    /** The interval of an estimate; a censored one reaches from its limit outwards, one without an interval is a point. */
    static Span of(Estimate estimate, double value) {
        Double low = estimate.low();
        Double high = estimate.high();
        boolean point = low == null && high == null && estimate.relation() == Relation.EQUAL;
        if (point) {
            return new Span(value, value);
        }
        return switch (estimate.relation()) {
            case ABOVE -> new Span(low == null ? value : low, Double.POSITIVE_INFINITY);
            case BELOW -> new Span(Double.NEGATIVE_INFINITY, high == null ? value : high);
            case EQUAL ->
                new Span(low == null ? Double.NEGATIVE_INFINITY : low, high == null ? Double.POSITIVE_INFINITY : high);
        };
    }

    /** A positive span widened by a factor on both sides. */
    Span timesOver(double factor) {
        return new Span(low / factor, high * factor);
    }

    Span times(double factor) {
        return new Span(low * factor, high * factor);
    }

    boolean contains(double value) {
        return low <= value && value <= high;
    }

    boolean contains(Span other) {
        return low <= other.low && other.high <= high;
    }

    boolean meets(Span other) {
        return low <= other.high && other.low <= high;
    }
}
