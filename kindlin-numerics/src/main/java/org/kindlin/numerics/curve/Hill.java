package org.kindlin.numerics.curve;

import org.kindlin.numerics.regression.Dual;

/** The Hill curve from zero: {@code y = tp/(1 + (ga/x)^p)}. */
final class Hill extends FromZero {
    private static final int POWER = 2;

    Hill() {
        super("hill", true, gain(), power("p"));
    }

    @Override
    Dual unit(Dual[] p, Dual logDose) {
        return Shapes.falling(p[PLACE].minus(logDose).times(p[POWER]).times(LN10));
    }
}
