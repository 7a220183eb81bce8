package org.kindlin.assays.doseresponse;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The response that means 100 %.
 *
 * @param response its value
 * @param zeroDoseReplicates number of zero-dose responses whose mean it is; 0 where it was stated
 */
record Control(double response, int zeroDoseReplicates) {

    /** The control as stated, or else the mean at zero dose, or none. */
    static Optional<Control> of(CurveData data, CurveProtocol protocol) {
        if (protocol.control().isPresent()) {
            return Optional.of(new Control(protocol.control().getAsDouble(), 0));
        }
        OptionalDouble mean = data.zeroDoseMean();
        return mean.isPresent()
                ? Optional.of(new Control(mean.getAsDouble(), data.zeroDoseResponses().length))
                : Optional.empty();
    }

    double half() {
        return 0.5 * response;
    }

    boolean isMeasured() {
        return zeroDoseReplicates > 0;
    }
}
