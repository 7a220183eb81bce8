package org.kindlin.numerics.curve;

import org.kindlin.numerics.regression.Dual;

/**
 * The first dose at which a curve has a given response, by a scan of {@link #DECADES} decades either side of its place
 * and bisection. The derivative follows from the implicit function theorem: one Newton step in dual arithmetic at the
 * root.
 */
final class Crossing {
    private static final double DECADES = 12;
    private static final double STEP = 0.1;
    private static final int BISECTIONS = 60;
    private static final Dual NOWHERE = Dual.constant(Double.NaN);

    private Crossing() {}

    static Dual of(CurveFamily family, Dual[] parameters, Dual response) {
        Dual[] plain = constants(parameters);
        double centre = parameters[family.placeParameter()].value();
        double middle =
                family.parameters().get(family.placeParameter()).kind() == CurveParameter.Kind.LOG_DOSE ? centre : 0;
        double target = response.value();
        double inner = middle - DECADES;
        double start = family.at(plain, Dual.constant(inner)).value() - target;
        for (double outer = inner + STEP; outer <= middle + DECADES; outer += STEP) {
            double here = family.at(plain, Dual.constant(outer)).value() - target;
            if (start == 0 || (Double.isFinite(here) && start * here <= 0)) {
                return polished(family, parameters, response, root(family, plain, target, inner, outer, start));
            }
            if (!Double.isFinite(here)) {
                return NOWHERE;
            }
            inner = outer;
            start = here;
        }
        return NOWHERE;
    }

    private static double root(CurveFamily family, Dual[] plain, double target, double low, double high, double atLow) {
        double in = low;
        double out = high;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = 0.5 * (in + out);
            double here = family.at(plain, Dual.constant(middle)).value() - target;
            if (here * atLow > 0) {
                in = middle;
            } else {
                out = middle;
            }
        }
        return 0.5 * (in + out);
    }

    private static Dual polished(CurveFamily family, Dual[] parameters, Dual response, double root) {
        double slope =
                family.at(constants(parameters), Dual.variable(root, 0, 1)).derivative(0);
        Dual excess = family.at(parameters, Dual.constant(root)).minus(response);
        return excess.dividedBy(-slope).plus(root);
    }

    static Dual[] constants(Dual[] parameters) {
        Dual[] plain = new Dual[parameters.length];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = Dual.constant(parameters[i].value());
        }
        return plain;
    }
}
