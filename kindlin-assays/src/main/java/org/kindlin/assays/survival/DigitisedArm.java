package org.kindlin.assays.survival;

import java.util.List;
import java.util.OptionalInt;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.survival.DigitisedCurve;
import org.kindlin.numerics.survival.DigitisedCurve.Reconstruction;

/**
 * A curve read off a figure, with its printed numbers at risk.
 *
 * <p>The arrays are shared, not copied: nobody writes to them.
 *
 * @param arm empty where there is one curve
 * @param time ascending from 0, of the points read
 * @param survival at those times, as a fraction
 * @param riskTime ascending from 0, of the printed numbers at risk
 * @param atRisk as printed
 * @param events all of the arm, as printed
 * @param factors whether agent one and agent two were given; empty where there is no combination
 */
public record DigitisedArm(
        String file,
        String arm,
        double[] time,
        double[] survival,
        double[] riskTime,
        int[] atRisk,
        OptionalInt events,
        List<Boolean> factors) {
    public DigitisedArm {
        factors = List.copyOf(factors);
    }

    /** The individual times that give such a curve. */
    Reconstruction reconstruct() {
        return DigitisedCurve.reconstruct(time, survival, riskTime, atRisk, events);
    }

    /** The same curve as another hand might have read it: normal errors of this standard deviation. */
    Reconstruction reread(double error, RandomStream random) {
        double[] read = survival.clone();
        for (int i = 1; i < read.length; i++) {
            read[i] += error * random.nextGaussian();
        }
        return DigitisedCurve.reconstruct(time, read, riskTime, atRisk, events);
    }
}
