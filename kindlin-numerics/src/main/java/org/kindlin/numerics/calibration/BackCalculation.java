package org.kindlin.numerics.calibration;

import java.util.OptionalDouble;

/**
 * A concentration read off a standard curve.
 *
 * @param response mean response it was read from
 * @param replicates number of readings in that mean
 * @param concentration empty where the curve never has this response
 * @param low lower confidence limit; minus infinity where it is not bounded
 * @param high upper confidence limit; infinite where it is not bounded
 * @param standardError by the delta method; empty where the curve has no covariance or no slope there
 * @param calibrationError the part of it that comes from the curve and is shared by every specimen; empty likewise
 */
public record BackCalculation(
        double response,
        int replicates,
        OptionalDouble concentration,
        double low,
        double high,
        OptionalDouble standardError,
        OptionalDouble calibrationError) {}
