package org.kindlin.assays.result;

import org.jspecify.annotations.Nullable;

/**
 * A quality figure held against its limit. A failed check is a result, shown, not an error.
 *
 * @param check name of the figure ({@code z-prime})
 * @param value the figure; null where it could not be computed (too few controls)
 * @param limit the limit as text ({@code >= 0.5}); empty where none is customary
 * @param verdict whether it holds
 */
public record QualityCheck(String check, @Nullable Double value, String limit, Verdict verdict) {

    /** What a quality figure says; {@code INFO} where no limit is customary or the figure could not be computed. */
    public enum Verdict {
        PASS,
        FAIL,
        INFO
    }

    public QualityCheck {
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException(check + ": " + value + " is no result; use null");
        }
    }

    /** A check that passes when {@code value >= limit}; not computable when the value is not finite. */
    public static QualityCheck atLeast(String check, double value, double limit) {
        return of(check, value, ">= " + plain(limit), value >= limit);
    }

    /** A check that passes when {@code value <= limit}; not computable when the value is not finite. */
    public static QualityCheck atMost(String check, double value, double limit) {
        return of(check, value, "<= " + plain(limit), value <= limit);
    }

    /** A figure without a customary limit. */
    public static QualityCheck info(String check, double value) {
        return new QualityCheck(check, Double.isFinite(value) ? value : null, "", Verdict.INFO);
    }

    private static QualityCheck of(String check, double value, String limit, boolean holds) {
        if (!Double.isFinite(value)) {
            return new QualityCheck(check, null, limit, Verdict.INFO);
        }
        return new QualityCheck(check, value, limit, holds ? Verdict.PASS : Verdict.FAIL);
    }

    private static String plain(double limit) {
        return limit == Math.rint(limit) && Math.abs(limit) < 1e9
                ? Long.toString((long) limit)
                : Double.toString(limit);
    }
}
