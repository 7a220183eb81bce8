package org.kindlin.numerics.regression;

/**
 * A parameter of a regression: its name, where the search starts, and the closed range it is kept in.
 *
 * @param name unique among the parameters of a problem
 * @param start starting value, or the value of a fixed parameter
 * @param lower lower bound, possibly −∞
 * @param upper upper bound, possibly +∞
 * @param fixed true where the value is given and not estimated
 */
public record Parameter(String name, double start, double lower, double upper, boolean fixed) {
    public Parameter {
        if (!Double.isFinite(start) || !(lower <= start && start <= upper)) {
            throw new IllegalArgumentException(
                    "parameter " + name + ": start " + start + " outside [" + lower + ", " + upper + "]");
        }
    }

    /** A parameter to be estimated, without bounds. */
    public static Parameter free(String name, double start) {
        return new Parameter(name, start, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);
    }

    /** A parameter to be estimated within [lower, upper]. */
    public static Parameter bounded(String name, double start, double lower, double upper) {
        return new Parameter(name, start, lower, upper, false);
    }

    /** A parameter whose value is known. */
    public static Parameter fixed(String name, double value) {
        return new Parameter(name, value, value, value, true);
    }

    /** The same parameter under another name. */
    public Parameter named(String other) {
        return new Parameter(other, start, lower, upper, fixed);
    }

    /** The same parameter starting elsewhere, the start moved into the bounds; a fixed one keeps its value. */
    public Parameter startingAt(double other) {
        return new Parameter(name, Math.min(upper, Math.max(lower, other)), lower, upper, fixed);
    }
}
