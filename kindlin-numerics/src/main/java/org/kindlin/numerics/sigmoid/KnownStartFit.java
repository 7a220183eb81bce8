package org.kindlin.numerics.sigmoid;

/**
 * A curve of {@link KnownStart}.
 *
 * @param start response at zero dose
 * @param amplitude plateau less start
 * @param lnIc50 natural logarithm of the mid-point
 * @param hillSlope steepness
 */
public record KnownStartFit(double start, double amplitude, double lnIc50, double hillSlope) {

    /** The response at a positive dose given by its natural logarithm. */
    public double value(double lnDose) {
        return start + amplitude * KnownStart.fraction(hillSlope * (lnDose - lnIc50));
    }
}
