package org.kindlin.assays.doseresponse;

/**
 * What is known of a parameter's uncertainty from a model of more than one variance.
 *
 * @param standardError on the scale of the parameter, the mid-point as a common logarithm
 * @param degreesOfFreedom of Student's t; may be infinite
 */
public record ParameterError(double standardError, double degreesOfFreedom) {}
