package org.kindlin.assays.tracks;

import org.kindlin.assays.result.Prose;

/** The methods paragraph. */
final class TracksMethods {
    private TracksMethods() {}

    static String of(TracksResult result) {
        TracksProtocol protocol = result.protocol();
        return "Per track: mean speed is path length over duration, straightness displacement over path length. Per group a"
                + " persistent random walk (velocities of Ornstein and Uhlenbeck; Fürth 1920) with errors of localisation was"
                + " fitted by maximum likelihood to all positions at once (Kalman filter, any times):"
                + " speed S is the root mean squared velocity of all cells, persistence time P that over which the velocity forgets its direction, diffusion S^2 P/n in n dimensions,"
                + " and the mean squared displacement 2 S^2 P (t - P (1 - exp(-t/P))) + 2 n sigma^2. Intervals ("
                + Prose.number(100 * protocol.level())
                + " %) are on the logarithmic scale, from 20 tracks on by the sandwich of curvature and scores of tracks, which holds what cells differ by; with"
                + " three replicates and more they are Student's of the means of replicates."
                + (protocol.gradient().isPresent()
                        ? " The chemotaxis index is the mean cosine between displacement and the gradient at "
                                + Prose.number(protocol.gradient().getAsDouble())
                                + " degrees, tested by the V-test (one-sided)."
                        : "");
    }
}
