package org.kindlin.assays.doseresponse;

import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.Warning;

/** What the data say about the mid-point of a curve; doses and limits are common logarithms. */
public sealed interface MidpointVerdict {

    /** The mid-point lies among the tested doses, within these limits, at most one of which is open. */
    record Determined(double logIc50, Limits limits) implements MidpointVerdict {}

    /**
     * The mid-point lies beyond the tested doses.
     *
     * @param relation {@code >} the highest or {@code <} the lowest tested dose
     * @param logDose that dose
     * @param limits the one-sided limit, where there is one
     * @param reason why
     */
    record Censored(Relation relation, double logDose, Limits limits, Warning reason) implements MidpointVerdict {}

    /**
     * The data do not determine a mid-point.
     *
     * @param limits a one-sided limit, where the data set at least that
     * @param reason why
     */
    record Undetermined(Limits limits, Warning reason) implements MidpointVerdict {}
}
