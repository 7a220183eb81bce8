package org.kindlin.assays.doseresponse;

import org.kindlin.numerics.sigmoid.Parameter;

/** Two-sided confidence limits of a curve's parameters, by one method. */
@FunctionalInterface
interface CurveIntervals {

    /** Limits at a confidence level; on the scale of the parameter, the mid-point as a common logarithm. */
    Limits of(Parameter parameter, double level);

    /** The one-sided limits at a level are the two-sided ones at the level that leaves the same tail. */
    default Limits oneSided(Parameter parameter, double level) {
        return of(parameter, 2 * level - 1);
    }
}
