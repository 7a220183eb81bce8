package org.kindlin.assays.doseresponse;

import java.util.HashMap;
import java.util.Map;
import org.kindlin.numerics.regression.ProfileInterval;
import org.kindlin.numerics.regression.ProfileLikelihood;
import org.kindlin.numerics.regression.RegressionFit;

/**
 * The profile likelihood intervals of one global fit, each found once: the curves ask for that of a shared parameter one
 * after another, and the censoring rule asks twice for the same. Not thread-safe.
 */
final class GlobalProfiles {
    private final RegressionFit fit;
    private final Map<Asked, Limits> known = new HashMap<>();

    GlobalProfiles(RegressionFit fit) {
        this.fit = fit;
    }

    private record Asked(String name, double level) {}

    RegressionFit fit() {
        return fit;
    }

    /** The interval of the parameter of this name; open where the profile gives none. */
    Limits of(String name, double level) {
        return known.computeIfAbsent(new Asked(name, level), this::search);
    }

    private Limits search(Asked asked) {
        return ProfileLikelihood.interval(fit, asked.name(), asked.level())
                .map(GlobalProfiles::limits)
                .orElse(Limits.OPEN);
    }

    private static Limits limits(ProfileInterval interval) {
        return switch (interval) {
            case ProfileInterval.Found found -> Limits.of(end(found.low()), end(found.high()));
            case ProfileInterval.BetterOptimum _ -> Limits.OPEN;
        };
    }

    private static double end(ProfileInterval.End end) {
        return switch (end) {
            case ProfileInterval.End.At at -> at.value();
            case ProfileInterval.End.Open _ -> Double.NaN;
        };
    }
}
