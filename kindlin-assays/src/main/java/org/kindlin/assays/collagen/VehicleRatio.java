package org.kindlin.assays.collagen;

import java.util.Optional;
import org.kindlin.assays.calibration.Measured;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.RatioInterval;

/**
 * A treatment's mean over that of vehicle, with Fieller's interval: both means vary between cultures, and what they owe to
 * the same standard curve largely cancels.
 */
record VehicleRatio(TreatmentGroup group, TreatmentGroup vehicle, Optional<Estimate> estimate) {
    static final String NAME = "foldOfVehicle";

    static VehicleRatio of(TreatmentGroup group, TreatmentGroup vehicle, double level) {
        if (group.mean().isEmpty() || vehicle.mean().isEmpty() || !(vehicle.mean().get().value() > 0)) {
            return new VehicleRatio(group, vehicle, Optional.empty());
        }
        Measured a = group.mean().get();
        Measured b = vehicle.mean().get();
        double ratio = a.value() / b.value();
        double ownA = a.own() * a.own();
        double ownB = ratio * ratio * b.own() * b.own();
        double shared = a.sharedVariance() + ratio * ratio * b.sharedVariance() - 2 * ratio * a.covariance(b);
        double variance = ownA + ownB + Math.max(0, shared);
        double df = variance
                * variance
                / (ownA * ownA / a.ownDf() + ownB * ownB / b.ownDf() + shared * shared / a.sharedDf());
        String method = "ratio of means, Fieller";
        if (!(variance > 0) || !(df > 0)) {
            return new VehicleRatio(
                    group, vehicle, Optional.of(Estimate.descriptive(NAME, ratio, "1", "ratio of means, no scatter")));
        }
        RatioInterval interval = RatioInterval.fieller(
                a.value(),
                b.value(),
                a.own() * a.own() + a.sharedVariance(),
                b.own() * b.own() + b.sharedVariance(),
                a.covariance(b),
                Distributions.studentQuantile(0.5 + level / 2, df));
        Estimate estimate = interval instanceof RatioInterval.Bounded(double low, double high)
                ? Estimate.of(
                        NAME,
                        ratio,
                        "1",
                        Math.max(0, low),
                        high,
                        level,
                        Math.sqrt(variance) / b.value(),
                        method)
                : new Estimate(NAME, ratio, "1", Relation.EQUAL, null, null, level, null, method);
        return new VehicleRatio(group, vehicle, Optional.of(estimate));
    }

    /** Whether the interval leaves out one. */
    boolean isChanged() {
        return estimate.filter(found -> found.low() != null && found.high() != null)
                .filter(found -> low(found) > 1 || high(found) < 1)
                .isPresent();
    }

    private static double low(Estimate estimate) {
        Double low = estimate.low();
        return low == null ? Double.NEGATIVE_INFINITY : low;
    }

    private static double high(Estimate estimate) {
        Double high = estimate.high();
        return high == null ? Double.POSITIVE_INFINITY : high;
    }
}
