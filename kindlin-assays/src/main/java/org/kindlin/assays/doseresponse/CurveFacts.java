package org.kindlin.assays.doseresponse;

import java.util.Optional;
import org.kindlin.numerics.statistics.FTest;

/**
 * What a verdict on a dose needs to know of a fitted curve of any family.
 *
 * @param range the doses tested
 * @param flatTest the curve against the best horizontal line; empty where neither is nested in the other
 */
record CurveFacts(
        CurveData data,
        CurveProtocol protocol,
        TestedRange range,
        int observations,
        int freeParameters,
        Optional<FTest> flatTest) {

    static CurveFacts of(FittedCurve fitted) {
        return new CurveFacts(
                fitted.data(),
                fitted.protocol(),
                fitted.range(),
                fitted.fit().observations(),
                fitted.fit().freeParameters(),
                fitted.flatTest());
    }

    int degreesOfFreedom() {
        return observations - freeParameters;
    }

    /** Whether a horizontal line describes the data as well. */
    boolean isFlat() {
        return flatTest.isPresent()
                && flatTest.get().p() >= 1 - protocol.inference().level();
    }
}
