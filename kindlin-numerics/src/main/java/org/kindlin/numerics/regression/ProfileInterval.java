package org.kindlin.numerics.regression;

import java.util.List;

/** What profiling a parameter came to. */
public sealed interface ProfileInterval {
    /** An interval of this level; each end is finite or open. */
    record Found(End low, End high, double level) implements ProfileInterval {}

    /** With the parameter held elsewhere the data are fitted better: the fit was not at the global optimum. */
    record BetterOptimum(List<Double> parameters) implements ProfileInterval {}

    /** One end of an interval. */
    sealed interface End {
        /** The profile crosses its limit at this value. */
        record At(double value) implements End {}

        /** The profile never crosses its limit on this side: the data set no bound. */
        record Open(String reason) implements End {}
    }
}
