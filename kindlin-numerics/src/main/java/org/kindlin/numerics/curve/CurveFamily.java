package org.kindlin.numerics.curve;

import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.regression.Dual;

/**
 * A family of dose-response curves, closed under a change of the dose unit.
 *
 * <p>Doses are common logarithms. Linear parameters come in any order among the others; at fixed values of the others the
 * curve is linear in them without a remainder, so a curve with one of them at 1 and the rest at 0 is its basis function.
 * Written once as arithmetic on {@link Dual}: values, gradients and everything derived from them agree. Immutable.
 */
public interface CurveFamily {

    /** The model's name as it is written in a protocol. */
    String name();

    /** The parameters, in the order in which all methods take them. */
    List<CurveParameter> parameters();

    /** Where a parameter is searched for data of this range. */
    default CurveParameter.Limits limits(int parameter, SearchRange range) {
        return parameters().get(parameter).limits(range);
    }

    /** The response at a dose above zero. */
    Dual at(Dual[] parameters, Dual logDose);

    /** The response at zero dose. */
    Dual atZeroDose(Dual[] parameters);

    /** The response that means no effect: the plateau that effects are counted from. */
    default Dual start(Dual[] parameters) {
        return atZeroDose(parameters);
    }

    /** The response that means full effect; empty where the family has none, its curves growing without bound. */
    Optional<Dual> end(Dual[] parameters);

    /** The parameters of the same curve after all doses grew by so many decades. */
    Dual[] shifted(Dual[] parameters, Dual decades);

    /** The parameter that places the curve on the dose axis: it moves whenever the curve is shifted. */
    int placeParameter();

    /**
     * The first dose, from zero upward, at which the curve has a response; not finite where it never has.
     */
    default Dual logDoseAt(Dual[] parameters, Dual response) {
        return Crossing.of(this, parameters, response);
    }

    /** Whether these parameters are one of the family's curves: plateaus in their order. */
    default boolean admits(double[] parameters) {
        return true;
    }

    /** The one of several equal sets of parameters that is reported. */
    default double[] canonical(double[] parameters) {
        return parameters;
    }

    /** Quantities of interest that are functions of the parameters. */
    default List<Derived> derived(Dual[] parameters) {
        return List.of();
    }

    /** A function of the parameters. */
    record Derived(String name, CurveParameter.Kind kind, Dual value) {}
}
