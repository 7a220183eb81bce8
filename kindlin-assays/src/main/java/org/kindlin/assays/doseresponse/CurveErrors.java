package org.kindlin.assays.doseresponse;

import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.kindlin.numerics.sigmoid.Parameter;

/**
 * How uncertain a curve is by a model of more than one variance.
 *
 * @param parameters those left out keep the errors of the curve's own residuals
 * @param variance of the response at the common logarithm of a dose, where the model says it
 * @param how the errors were found, as the method of the estimates tells it
 */
public record CurveErrors(
        Map<Parameter, ParameterError> parameters, Optional<DoubleUnaryOperator> variance, String how) {
    public CurveErrors {
        parameters = Map.copyOf(parameters);
    }
}
