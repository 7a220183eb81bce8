package org.kindlin.numerics.curve;

import java.util.List;
import org.kindlin.numerics.regression.Dual;
import org.kindlin.numerics.sigmoid.Direction;

/**
 * The Gompertz curve over the dose itself: {@code share = exp(-exp(b (x - e)))} (G. A. F. Seber and C. J. Wild, Nonlinear
 * Regression, 1989, section 7.3; Ritz et al. 2015), with {@code b e} as the steepness, which has no unit. At zero dose the
 * curve is not on its upper plateau but at {@code exp(-exp(-b e))} of it; effects are counted from the plateau.
 */
final class Gompertz extends Plateaued {
    private static final int STEEPNESS = 3;

    Gompertz(Direction direction) {
        super("gompertz", direction, CurveParameter.dose("inflection"), CurveParameter.slope("steepness", 0.02, 50));
    }

    @Override
    Dual share(Dual[] p, Dual logDose) {
        Dual relative = logDose.minus(p[PLACE]).times(LN10).expm1();
        return Shapes.extinction(relative.times(p[STEEPNESS]).times(sign()));
    }

    @Override
    Dual shareAtZero(Dual[] p) {
        return Shapes.extinction(p[STEEPNESS].times(-sign()));
    }

    @Override
    Dual inverse(Dual[] p, Dual share) {
        Dual relative = share.log().negate().log().times(sign()).dividedBy(p[STEEPNESS]);
        return relative.log1p().dividedBy(LN10).plus(p[PLACE]);
    }

    /** b in the reciprocal unit of the dose, as drc reports it. */
    @Override
    public List<Derived> derived(Dual[] p) {
        Dual rate = p[STEEPNESS].times(p[PLACE].times(-LN10).exp());
        return List.of(new Derived("rate", CurveParameter.Kind.PER_DOSE, rate));
    }
}
