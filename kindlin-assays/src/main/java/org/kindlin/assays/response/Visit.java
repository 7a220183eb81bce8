package org.kindlin.assays.response;

/**
 * One assessment of a patient.
 *
 * @param day from the start of treatment
 * @param sum of the diameters of target lesions, mm; NaN where one was not measured or there are none
 * @param change of the sum against baseline, percent; NaN where unknown
 * @param overall response at this visit
 */
public record Visit(double day, double sum, double change, Best overall) {}
