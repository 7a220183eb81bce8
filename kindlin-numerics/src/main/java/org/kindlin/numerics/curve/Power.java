package org.kindlin.numerics.curve;

import org.kindlin.numerics.regression.Dual;

/** The power curve {@code y = a x^p}; with the power at 1 the line through the origin, poly1. */
final class Power extends FromZero {
    private static final int POWER = 1;

    private final boolean isLinear;

    private Power(String name, boolean isLinear, CurveParameter... shape) {
        super(name, false, shape);
        this.isLinear = isLinear;
    }

    static Power free() {
        return new Power("pow", false, CurveParameter.slope("p", 0.3, 20).every(0.2));
    }

    /** {@code y = a x}. */
    static Power one(String name) {
        return new Power(name, true);
    }

    @Override
    Dual unit(Dual[] p, Dual logDose) {
        return tenTo(isLinear ? logDose : logDose.times(p[POWER]));
    }

    @Override
    public Dual[] shifted(Dual[] p, Dual decades) {
        Dual[] moved = p.clone();
        Dual exponent = isLinear ? decades : decades.times(p[POWER]);
        moved[HEIGHT] = p[HEIGHT].times(tenTo(exponent.negate()));
        return moved;
    }

    @Override
    public int placeParameter() {
        return HEIGHT;
    }
}
