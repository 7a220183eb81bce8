package org.kindlin.assays.doseresponse;

/** The intervals a protocol asks for. */
final class IntervalMethods {
    private IntervalMethods() {}

    static CurveIntervals of(FittedCurve fitted, long seed) {
        return switch (fitted.protocol().inference().interval()) {
            case PROFILE -> new ProfileIntervals(fitted.fit(), false);
            case PROFILE_ALL -> new ProfileIntervals(fitted.fit(), true);
            case WALD -> new WaldIntervals(fitted.fit());
            case BOOTSTRAP -> BootstrapIntervals.of(fitted, seed);
        };
    }
}
