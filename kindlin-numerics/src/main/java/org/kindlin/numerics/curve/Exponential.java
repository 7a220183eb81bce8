package org.kindlin.numerics.curve;

import org.kindlin.numerics.regression.Dual;

/**
 * The exponential curves of the benchmark-dose tradition: growing, {@code y = a (exp((x/b)^p) - 1)} (exp3; exp2 with p =
 * 1), and saturating, {@code y = tp (1 - 2^-(x/ga)^p)} (exp5; exp4 with p = 1).
 */
final class Exponential extends FromZero {
    private static final int POWER = 2;
    /** Decades below and above the highest dose in which b of a growing curve is searched. */
    private static final double BELOW = 2;

    private static final double ABOVE = 8;

    private final boolean isSaturating;
    private final boolean isPlain;

    private Exponential(String name, boolean isSaturating, boolean isPlain, CurveParameter... shape) {
        super(name, isSaturating, shape);
        this.isSaturating = isSaturating;
        this.isPlain = isPlain;
    }

    static Exponential two() {
        return new Exponential("exp2", false, true, scale());
    }

    static Exponential three() {
        return new Exponential("exp3", false, false, scale(), power("p"));
    }

    static Exponential four() {
        return new Exponential("exp4", true, true, gain());
    }

    static Exponential five() {
        return new Exponential("exp5", true, false, gain(), power("p"));
    }

    private static CurveParameter scale() {
        return new CurveParameter("b", CurveParameter.Kind.LOG_DOSE, -BELOW, ABOVE, 0.2);
    }

    @Override
    public CurveParameter.Limits limits(int parameter, SearchRange range) {
        return parameter == PLACE && !isSaturating
                ? new CurveParameter.Limits(range.highest() - BELOW, range.highest() + ABOVE)
                : super.limits(parameter, range);
    }

    @Override
    Dual unit(Dual[] p, Dual logDose) {
        Dual relative = logDose.minus(p[PLACE]);
        Dual exponent = tenTo(isPlain ? relative : relative.times(p[POWER]));
        return isSaturating ? exponent.times(-LN2).expm1().negate() : exponent.expm1();
    }
}
