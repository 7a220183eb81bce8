package org.kindlin.assays.doseresponse;

import org.kindlin.numerics.sigmoid.Parameter;

/** Two-sided confidence limits of a curve's parameters. */
interface CurveIntervals {

    /** Limits at a confidence level; on the scale of the parameter, the mid-point as a common logarithm. */
    Limits of(Parameter parameter, double level);

    /** How the limits of a parameter are found. */
    String method(Parameter parameter);

    /** The one-sided limits at a level are the two-sided ones at the level that leaves the same tail. */
    default Limits oneSided(Parameter parameter, double level) {
        return of(parameter, 2 * level - 1);
    }
}
