package org.kindlin.assays.blot.gel;

import org.kindlin.numerics.image.ProfileNoise;

/**
 * The signal of a lane, row by row: the sum over its columns, along its bent bands.
 *
 * @param signal sums
 * @param baseline what lies below the bands, in the same sums
 * @param noise standard deviation of a sum
 */
public record LaneProfile(Lane lane, double[] signal, double[] baseline, double noise) {

    static LaneProfile of(BlotSignal signal, Lane lane) {
        return of(LaneStrip.of(signal, lane), lane);
    }

    static LaneProfile of(LaneStrip strip, Lane lane) {
        double[] sums = strip.sum(lane);
        return new LaneProfile(lane, sums, new double[sums.length], ProfileNoise.of(sums));
    }

    LaneProfile above(double[] line) {
        return new LaneProfile(lane, signal, line, noise);
    }

    /** Highest sum less lowest. */
    double range() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double sum : signal) {
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        return high - low;
    }

    /** Signal less baseline. */
    public double[] net() {
        double[] net = new double[signal.length];
        for (int y = 0; y < net.length; y++) {
            net[y] = signal[y] - baseline[y];
        }
        return net;
    }
}
