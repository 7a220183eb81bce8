package org.kindlin.numerics.curve;

import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.regression.Dual;

/**
 * The parabola through the origin, {@code y = linear x + quadratic x^2}: tcplfit2's poly2, {@code a (x/b + (x/b)^2)}, with
 * {@code b = linear/quadratic} and {@code a = linear b}, in the form that has no singular point.
 */
final class Quadratic implements CurveFamily {
    private static final double LN10 = 2.302585092994046;
    private static final int LINEAR = 0;
    private static final int QUADRATIC = 1;

    private final List<CurveParameter> parameters = List.of(
            CurveParameter.linear("linear", CurveParameter.Kind.RESPONSE_PER_DOSE),
            CurveParameter.linear("quadratic", CurveParameter.Kind.RESPONSE_PER_SQUARED_DOSE));

    @Override
    public String name() {
        return "poly2";
    }

    @Override
    public List<CurveParameter> parameters() {
        return parameters;
    }

    @Override
    public Dual at(Dual[] p, Dual logDose) {
        Dual dose = logDose.times(LN10).exp();
        return p[QUADRATIC].times(dose).plus(p[LINEAR]).times(dose);
    }

    @Override
    public Dual atZeroDose(Dual[] p) {
        return Dual.constant(0);
    }

    @Override
    public Optional<Dual> end(Dual[] p) {
        return Optional.empty();
    }

    @Override
    public Dual[] shifted(Dual[] p, Dual decades) {
        Dual factor = decades.times(-LN10).exp();
        return new Dual[] {p[LINEAR].times(factor), p[QUADRATIC].times(factor.square())};
    }

    @Override
    public int placeParameter() {
        return LINEAR;
    }

    /** The form in which tcplfit2 reports it. */
    @Override
    public List<Derived> derived(Dual[] p) {
        Dual b = p[LINEAR].dividedBy(p[QUADRATIC]);
        return List.of(
                new Derived("a", CurveParameter.Kind.RESPONSE, p[LINEAR].times(b)),
                new Derived("b", CurveParameter.Kind.DOSE, b));
    }
}
