package org.kindlin.assays.doseresponse;

import java.util.OptionalDouble;
import org.kindlin.numerics.sigmoid.Parameter;

/** What is known of the uncertainty of a curve's parameters. */
interface CurveIntervals {

    /** Two-sided limits at a confidence level; on the scale of the parameter, the mid-point as a common logarithm. */
    Limits of(Parameter parameter, double level);

    /** How the limits of a parameter are found. */
    String method(Parameter parameter);

    /** The standard error, where there is one. */
    OptionalDouble standardError(Parameter parameter);

    /** Whether the data exclude, at this one-sided confidence, a mid-point at or below the dose. */
    boolean excludeAtOrBelow(double logDose, double confidence);

    /** Whether the data exclude, at this one-sided confidence, a mid-point at or above the dose. */
    boolean excludeAtOrAbove(double logDose, double confidence);

    /** Why a parameter of the curve was not estimated from it. */
    default String fixedBecause(Parameter parameter) {
        return "fixed";
    }

    /** The one-sided limits at a level are the two-sided ones at the level that leaves the same tail. */
    default Limits oneSided(Parameter parameter, double level) {
        return of(parameter, 2 * level - 1);
    }
}
