package org.kindlin.assays.doseresponse;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.sigmoid.Constraint;
import org.kindlin.numerics.sigmoid.Direction;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidSpec;

/**
 * How one curve is analysed.
 *
 * @param model which sigmoid
 * @param constraints what is stated of parameters, over what the model says
 * @param direction the only way the response may go, or empty to let the data say
 * @param control response that means 100 %, for {@code ic50-absolute}; where empty, the mean at zero dose
 * @param inference intervals, levels and bootstrap
 */
public record CurveProtocol(
        CurveModel model,
        Map<Parameter, Constraint> constraints,
        Optional<Direction> direction,
        Weighting weighting,
        RobustLoss loss,
        OptionalDouble control,
        Inference inference,
        Units units) {

    public CurveProtocol {
        EnumMap<Parameter, Constraint> copy = new EnumMap<>(Parameter.class);
        copy.putAll(constraints);
        constraints = Collections.unmodifiableMap(copy);
    }

    /** The four-parameter curve by least squares with 95 % profile intervals. */
    public static CurveProtocol standard(Units units) {
        return new CurveProtocol(
                CurveModel._4PL,
                Map.of(),
                Optional.empty(),
                Weighting.CONSTANT,
                RobustLoss.LEAST_SQUARES,
                OptionalDouble.empty(),
                Inference.STANDARD,
                units);
    }

    public CurveProtocol with(CurveModel changed) {
        return new CurveProtocol(changed, constraints, direction, weighting, loss, control, inference, units);
    }

    public CurveProtocol with(Parameter parameter, Constraint constraint) {
        EnumMap<Parameter, Constraint> changed = new EnumMap<>(Parameter.class);
        changed.putAll(constraints);
        changed.put(parameter, constraint);
        return new CurveProtocol(model, changed, direction, weighting, loss, control, inference, units);
    }

    public CurveProtocol with(Direction only) {
        return new CurveProtocol(model, constraints, Optional.of(only), weighting, loss, control, inference, units);
    }

    public CurveProtocol with(Weighting changed) {
        return new CurveProtocol(model, constraints, direction, changed, loss, control, inference, units);
    }

    public CurveProtocol with(RobustLoss changed) {
        return new CurveProtocol(model, constraints, direction, weighting, changed, control, inference, units);
    }

    public CurveProtocol with(Inference changed) {
        return new CurveProtocol(model, constraints, direction, weighting, loss, control, changed, units);
    }

    /** The same protocol where this response means 100 %. */
    public CurveProtocol withControl(double response) {
        return new CurveProtocol(
                model, constraints, direction, weighting, loss, OptionalDouble.of(response), inference, units);
    }

    /** What the numerics is asked for. */
    SigmoidSpec spec() {
        SigmoidSpec spec = model.spec().with(loss.loss());
        for (Map.Entry<Parameter, Constraint> stated : constraints.entrySet()) {
            spec = spec.with(stated.getKey(), stated.getValue());
        }
        return direction.map(spec::with).orElse(spec);
    }
}
