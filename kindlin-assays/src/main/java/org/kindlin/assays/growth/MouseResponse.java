package org.kindlin.assays.growth;

import java.util.List;
import java.util.Optional;

/**
 * Response of one animal's tumour: modified RECIST for mice (H. Gao et al., Nat. Med. 21:1318-1325, 2015). With ΔV(t) the percent
 * change from the first reading, the best response is its minimum over t of at least {@value #FROM_DAY} days and the best average
 * response the minimum, over the same t, of the mean of ΔV up to t.
 */
public enum MouseResponse {
    /** Complete: best below -95 %, best average below -40 %. */
    CR,
    /** Partial: best below -50 %, best average below -20 %. */
    PR,
    /** Stable: best below 35 %, best average below 30 %. */
    SD,
    /** Progressive: everything else. */
    PD;

    static final double FROM_DAY = 10;

    /**
     * What a response is made of.
     *
     * @param best percent change
     * @param bestAverage percent change
     */
    public record Best(MouseResponse category, double best, double bestAverage) {}

    /** The category of a best and a best average response. */
    static MouseResponse of(double best, double bestAverage) {
        if (best < -95 && bestAverage < -40) {
            return CR;
        }
        if (best < -50 && bestAverage < -20) {
            return PR;
        }
        return best < 35 && bestAverage < 30 ? SD : PD;
    }

    /** The response of a course of (day, volume) that begins with the baseline; empty where it is too short. */
    static Optional<Best> of(List<double[]> course) {
        if (course.isEmpty() || !(course.getFirst()[1] > 0)) {
            return Optional.empty();
        }
        double start = course.getFirst()[0];
        double base = course.getFirst()[1];
        double best = Double.POSITIVE_INFINITY;
        double bestAverage = Double.POSITIVE_INFINITY;
        double sum = 0;
        for (int i = 0; i < course.size(); i++) {
            double change = 100 * (course.get(i)[1] - base) / base;
            sum += change;
            if (course.get(i)[0] - start >= FROM_DAY) {
                best = Math.min(best, change);
                bestAverage = Math.min(bestAverage, sum / (i + 1));
            }
        }
        return Double.isFinite(best)
                ? Optional.of(new Best(of(best, bestAverage), best, bestAverage))
                : Optional.empty();
    }
}
