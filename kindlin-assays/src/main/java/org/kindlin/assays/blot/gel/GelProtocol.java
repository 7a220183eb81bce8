package org.kindlin.assays.blot.gel;

import java.util.OptionalInt;

/**
 * How a picture is measured.
 *
 * @param ballRadius pixels, for {@link Baseline#ROLLING_BALL}
 * @param leastBand smallest band that is looked for, as a part of the strongest of the picture
 * @param lanes number of lanes, where it is known
 */
public record GelProtocol(
        Polarity polarity, SignalScale scale, Baseline baseline, int ballRadius, double leastBand, OptionalInt lanes) {
    /** Everything found from the picture. */
    public static final GelProtocol STANDARD =
            new GelProtocol(Polarity.AUTO, SignalScale.INTENSITY, Baseline.ALS, 50, 0.004, OptionalInt.empty());

    /** The same for so many lanes. */
    public GelProtocol withLanes(OptionalInt count) {
        return new GelProtocol(polarity, scale, baseline, ballRadius, leastBand, count);
    }
}
