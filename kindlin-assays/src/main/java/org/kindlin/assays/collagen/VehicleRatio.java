package org.kindlin.assays.collagen;

import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.uncertainty.MeasuredRatio;
import org.kindlin.assays.uncertainty.RatioMethod;

/**
 * A treatment's mean over that of vehicle, with Fieller's interval: both means vary between cultures, and what they owe to
 * the same standard curve largely cancels.
 */
record VehicleRatio(TreatmentGroup group, TreatmentGroup vehicle, Optional<Estimate> estimate) {
    static final String NAME = "foldOfVehicle";

    static VehicleRatio of(TreatmentGroup group, TreatmentGroup vehicle, double level) {
        if (group.mean().isEmpty()
                || vehicle.mean().isEmpty()
                || !(vehicle.mean().get().value() > 0)) {
            return new VehicleRatio(group, vehicle, Optional.empty());
        }
        double ratio = group.mean().get().value() / vehicle.mean().get().value();
        Estimate estimate = MeasuredRatio.of(group.mean().get(), vehicle.mean().get(), RatioMethod.FIELLER, level)
                .map(found -> found.estimate(NAME, 1, "1", level))
                .orElseGet(() -> Estimate.descriptive(NAME, ratio, "1", "ratio of means, no scatter"));
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
