package org.kindlin.numerics.curve;

import org.kindlin.numerics.regression.Dual;
import org.kindlin.numerics.sigmoid.Direction;

/**
 * The Weibull curves in the convention of C. Ritz, F. Baty, J. C. Streibig and D. Gerhard (PLoS ONE 10:e0146021, 2015):
 * type 1, {@code share = exp(-(x/e)^b)}, leaves the upper plateau slowly and reaches the lower one fast; type 2, {@code
 * share = 1 - exp(-(x/e)^-b)}, the other way round. b is the slope for falling and minus the slope for rising curves, so
 * a rising type 1 is a falling type 2 turned over.
 */
final class Weibull extends Plateaued {
    private static final int SLOPE = 3;

    private final boolean isTypeOne;

    private Weibull(String name, Direction direction, boolean isTypeOne) {
        super(name, direction, CurveParameter.dose("inflection"), CurveParameter.slope("slope", 0.1, 10));
        this.isTypeOne = isTypeOne;
    }

    static Weibull typeOne(Direction direction) {
        return new Weibull("weibull1", direction, true);
    }

    static Weibull typeTwo(Direction direction) {
        return new Weibull("weibull2", direction, false);
    }

    @Override
    Dual share(Dual[] p, Dual logDose) {
        Dual z = distance(p, p[SLOPE], logDose);
        return isTypeOne ? Shapes.extinction(z) : Shapes.uptake(z.negate());
    }

    @Override
    Dual inverse(Dual[] p, Dual share) {
        Dual z = isTypeOne
                ? share.log().negate().log()
                : share.negate().log1p().negate().log().negate();
        return logDoseOf(p, p[SLOPE], z);
    }
}
