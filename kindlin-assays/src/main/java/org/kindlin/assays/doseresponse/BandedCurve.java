package org.kindlin.assays.doseresponse;

import java.util.OptionalDouble;

/** A fitted curve with its pointwise error, whatever its family. Doses are common logarithms. */
interface BandedCurve {

    double value(double logDose);

    /** Whether the response is lower at infinite dose than at zero dose. */
    boolean isFalling();

    /** The first dose at which the curve has a response. */
    OptionalDouble logDoseAt(double response);

    /** Whether the parameters have a covariance; without it the variances below do not exist. */
    boolean hasErrors();

    /** The variance of the response at a dose less a share of that at zero dose. */
    double varianceOfContrast(double logDose, double share);

    /** The variance of the curve at zero dose. */
    double varianceAtZeroDose();

    /** The variance of an observation of weight one. */
    double residualVariance();
}
