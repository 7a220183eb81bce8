package org.kindlin.numerics.curve;

/**
 * A parameter of a family of curves: its name, what it measures, and where it is searched.
 *
 * @param name the field's term
 * @param kind what it measures; doses are kept as common logarithms
 * @param low lower limit; for a dose, decades below the lowest tested dose (negative)
 * @param high upper limit; for a dose, decades above the highest tested dose
 * @param spacing largest distance between neighbours of the search grid: decades for a dose, natural-log units for a
 *     slope, plain for a share; 0 for a parameter that enters linearly and is solved for
 */
public record CurveParameter(String name, Kind kind, double low, double high, double spacing) {

    /** What a parameter measures. */
    public enum Kind {
        /** Common logarithm of a dose. */
        LOG_DOSE,
        /** A dose that may be negative. */
        DOSE,
        /** A response. */
        RESPONSE,
        /** A reciprocal dose. */
        PER_DOSE,
        /** Response per dose. */
        RESPONSE_PER_DOSE,
        /** Response per squared dose. */
        RESPONSE_PER_SQUARED_DOSE,
        /** A positive number without unit, searched by ratio. */
        SLOPE,
        /** A number from 0 to 1. */
        SHARE,
        /** A distance between doses, in decades. */
        DECADES
    }

    /** A response or coefficient that enters linearly, without limits. */
    static CurveParameter linear(String name, Kind kind) {
        return new CurveParameter(name, kind, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0);
    }

    /** A plateau. */
    static CurveParameter response(String name) {
        return linear(name, Kind.RESPONSE);
    }

    /** A dose, searched two decades beyond the tested ones. */
    static CurveParameter dose(String name) {
        return new CurveParameter(name, Kind.LOG_DOSE, -2, 2, 0.25);
    }

    /** A slope or exponent within limits. */
    static CurveParameter slope(String name, double low, double high) {
        return new CurveParameter(name, Kind.SLOPE, low, high, 0.47);
    }

    /** The same parameter within other limits; of a dose, in decades beyond the tested ones. */
    CurveParameter within(double least, double most) {
        return new CurveParameter(name, kind, least, most, spacing);
    }

    /** The same parameter on another grid. */
    CurveParameter every(double distance) {
        return new CurveParameter(name, kind, low, high, distance);
    }

    /** Whether it enters linearly. */
    public boolean isLinear() {
        return spacing == 0;
    }

    /** The limits for data of this range. */
    Limits limits(SearchRange range) {
        boolean isDose = kind == Kind.LOG_DOSE;
        return new Limits(isDose ? range.lowest() + low : low, isDose ? range.highest() + high : high);
    }

    /** Closed limits, possibly infinite. */
    public record Limits(double low, double high) {
        /** What both allow. */
        Limits and(Limits other) {
            return new Limits(Math.max(low, other.low), Math.min(high, other.high));
        }

        boolean isPoint() {
            return low == high;
        }

        double clamp(double value) {
            return Math.min(high, Math.max(low, value));
        }
    }
}
