package org.kindlin.assays.doseresponse;

/**
 * How the potency of test preparations relative to a reference is judged.
 *
 * @param reference the value, in one of the columns that split the file, that names the reference
 * @param rule what counts as parallel
 * @param slopeMargin largest acceptable ratio of slopes, above 1
 * @param plateauMargin largest acceptable distance of plateaus, as a fraction of the reference's span
 */
record PotencyProtocol(String reference, ParallelismRule rule, double slopeMargin, double plateauMargin) {}
