package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindlin.numerics.random.RandomStream;

/** Simulated curves: ten half-log doses from 10^-9.5 to 10^-5 mol/L, in triplicate, normal errors. */
final class Curves {
    static final double LOWEST = -9.5;
    static final double HIGHEST = -5;
    private static final double STEP = 0.5;

    private Curves() {}

    /** A falling four-parameter curve with a standard deviation of 2. */
    static CurveData sigmoid(double logIc50, double hillSlope, double top, double bottom) {
        return sigmoid(logIc50, hillSlope, top, bottom, 2, RandomStream.ofSeed(11));
    }

    static CurveData sigmoid(
            double logIc50, double hillSlope, double top, double bottom, double sd, RandomStream random) {
        List<Observation> observations = new ArrayList<>();
        for (double x = LOWEST; x <= HIGHEST; x += STEP) {
            double mean = bottom + (top - bottom) / (1 + StrictMath.pow(10, hillSlope * (x - logIc50)));
            for (int replicate = 0; replicate < 3; replicate++) {
                observations.add(new Observation(x, random.nextGaussian(mean, sd)));
            }
        }
        return new CurveData(Map.of("curve", "simulated"), observations);
    }

    static CurveData flat(double response) {
        return sigmoid(-7, 1, response, response, 2, RandomStream.ofSeed(12));
    }
}
