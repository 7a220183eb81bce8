package org.kindlin.numerics.sigmoid;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which sigmoid is fitted: the constraint on each parameter, the way the response may go, the loss, and the search box.
 *
 * <p>A free mid-point is searched from {@code searchDecades} below the lowest to as much above the highest dose that is
 * not zero; a free slope and a free asymmetry within {@link #HILL_BOX} and {@link #ASYMMETRY_BOX}. Immutable.
 *
 * @param constraints one for every parameter
 * @param direction the only way allowed, or empty to let the data say
 */
public record SigmoidSpec(
        Map<Parameter, Constraint> constraints, Optional<Direction> direction, Loss loss, double searchDecades) {

    /** The slopes searched unless told otherwise. */
    public static final Constraint.Bounded HILL_BOX = new Constraint.Bounded(0.1, 10);

    /** The asymmetries searched unless told otherwise. */
    public static final Constraint.Bounded ASYMMETRY_BOX = new Constraint.Bounded(0.1, 10);

    private static final double DEFAULT_SEARCH_DECADES = 2;

    public SigmoidSpec {
        var complete = new EnumMap<Parameter, Constraint>(Parameter.class);
        for (Parameter parameter : Parameter.values()) {
            complete.put(parameter, constraints.getOrDefault(parameter, Constraint.free()));
        }
        requirePositive(complete, Parameter.HILL_SLOPE);
        requirePositive(complete, Parameter.ASYMMETRY);
        if (!(searchDecades >= 0 && searchDecades <= 100)) {
            throw new IllegalArgumentException("cannot search " + searchDecades + " decades beyond the doses");
        }
        constraints = Collections.unmodifiableMap(complete);
    }

    /** Both plateaus, mid-point and slope free; symmetric. */
    public static SigmoidSpec fourParameter() {
        var symmetric = Map.of(Parameter.ASYMMETRY, Constraint.fixed(1));
        return new SigmoidSpec(symmetric, Optional.empty(), Loss.leastSquares(), DEFAULT_SEARCH_DECADES);
    }

    /** The four-parameter curve with its lower plateau fixed at zero. */
    public static SigmoidSpec threeParameter() {
        return fourParameter().with(Parameter.BOTTOM, Constraint.fixed(0));
    }

    /** The four-parameter curve with free asymmetry. */
    public static SigmoidSpec fiveParameter() {
        return fourParameter().with(Parameter.ASYMMETRY, Constraint.free());
    }

    public SigmoidSpec with(Parameter parameter, Constraint constraint) {
        var changed = new EnumMap<Parameter, Constraint>(constraints);
        changed.put(parameter, constraint);
        return new SigmoidSpec(changed, direction, loss, searchDecades);
    }

    public SigmoidSpec with(Loss changed) {
        return new SigmoidSpec(constraints, direction, changed, searchDecades);
    }

    public SigmoidSpec with(Direction only) {
        return new SigmoidSpec(constraints, Optional.of(only), loss, searchDecades);
    }

    public SigmoidSpec withSearchDecades(double decades) {
        return new SigmoidSpec(constraints, direction, loss, decades);
    }

    public Constraint constraint(Parameter parameter) {
        return constraints.getOrDefault(parameter, Constraint.free());
    }

    /** The number of parameters that are estimated. */
    public int freeParameters() {
        int free = 0;
        for (Constraint constraint : constraints.values()) {
            free += constraint.isFixed() ? 0 : 1;
        }
        return free;
    }

    private static void requirePositive(Map<Parameter, Constraint> constraints, Parameter parameter) {
        Constraint constraint = constraints.getOrDefault(parameter, Constraint.free());
        if (!(constraint.low(1) > 0 && constraint.high(1) < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(parameter + " must be positive and bounded, not " + constraint);
        }
    }
}
