package org.kindlin.benchmarks.curves;

import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.sigmoid.Direction;
import org.kindlin.numerics.sigmoid.SigmoidCurve;

/** Simulated inhibition curves at ten half-log doses in triplicate, from 1e-9.5 to 1e-5. SIMULATED. */
final class SimulatedCurves {
    private static final int DOSES = 10;
    private static final int REPLICATES = 3;

    private SimulatedCurves() {}

    static double[] logDoses() {
        double[] result = new double[DOSES * REPLICATES];
        for (int i = 0; i < result.length; i++) {
            int dose = i / REPLICATES;
            result[i] = -9.5 + 0.5 * dose;
        }
        return result;
    }

    /** A mid-point uniform between two limits, slope about 1, plateaus about 100 and 3. */
    static SigmoidCurve truth(RandomStream random, double low, double high) {
        return new SigmoidCurve(
                random.nextUniform(low, high),
                random.nextLogNormal(1, 0.25),
                random.nextGaussian(100, 4),
                random.nextGaussian(3, 2),
                1,
                Direction.FALLING);
    }

    static double[] observe(SigmoidCurve truth, double sd, RandomStream random) {
        double[] logDose = logDoses();
        double[] response = new double[logDose.length];
        for (int i = 0; i < response.length; i++) {
            response[i] = truth.value(logDose[i]) + random.nextGaussian(0, sd);
        }
        return response;
    }

    static double[][] wellDetermined(int count, long seed) {
        double[][] responses = new double[count][];
        RandomStream random = RandomStream.ofSeed(seed);
        for (int i = 0; i < count; i++) {
            RandomStream own = random.child(i);
            responses[i] = observe(truth(own, -8.2, -6.3), 4, own);
        }
        return responses;
    }
}
