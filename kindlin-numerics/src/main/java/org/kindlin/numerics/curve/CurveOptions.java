package org.kindlin.numerics.curve;

import java.util.Map;
import org.kindlin.numerics.sigmoid.Constraint;

/**
 * What is stated before a fit.
 *
 * @param constraints by parameter name; a name the family does not have plays no part
 * @param error how responses scatter
 */
public record CurveOptions(Map<String, Constraint> constraints, ErrorModel error) {
    /** Nothing stated, normal errors. */
    public static final CurveOptions STANDARD = new CurveOptions(Map.of(), ErrorModel.NORMAL);

    public CurveOptions {
        constraints = Map.copyOf(constraints);
    }

    CurveParameter.Limits limits(CurveFamily family, int parameter, SearchRange range) {
        CurveParameter.Limits own = family.limits(parameter, range);
        Constraint stated =
                constraints.getOrDefault(family.parameters().get(parameter).name(), Constraint.free());
        return stated instanceof Constraint.Free
                ? own
                : new CurveParameter.Limits(stated.low(own.low()), stated.high(own.high()));
    }
}
