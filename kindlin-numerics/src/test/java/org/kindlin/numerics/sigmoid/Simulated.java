package org.kindlin.numerics.sigmoid;

import java.util.Random;

/** Simulated curves for property tests. */
final class Simulated {
    private Simulated() {}

    /** Ten half-log doses in triplicate from 1e-9.5 up, with normal errors. */
    static SigmoidData of(SigmoidCurve curve, double sd, Random random) {
        double[] logDose = new double[30];
        double[] response = new double[30];
        for (int i = 0; i < logDose.length; i++) {
            int dose = i / 3;
            logDose[i] = -9.5 + 0.5 * dose;
            response[i] = curve.value(logDose[i]) + sd * random.nextGaussian();
        }
        return SigmoidData.ofLogDoses(logDose, response);
    }

    static SigmoidCurve randomCurve(Random random) {
        return new SigmoidCurve(
                -8.5 + 2.5 * random.nextDouble(),
                0.6 + 1.4 * random.nextDouble(),
                90 + 20 * random.nextDouble(),
                20 * random.nextDouble(),
                1,
                random.nextBoolean() ? Direction.FALLING : Direction.RISING);
    }

    static SigmoidFit fit(SigmoidData data, SigmoidSpec spec) {
        return SigmoidRegression.fit(data, spec).fit().orElseThrow();
    }
}
