package org.kindlin.numerics.curve;

import org.kindlin.numerics.regression.Dual;
import org.kindlin.numerics.sigmoid.Direction;

/**
 * The log-logistic curve: {@code share = (1 + (2^(1/g) - 1) (x/ic50)^h)^-g}, symmetric where g = 1, and for a rising curve
 * one less that. Mid-point, slope, asymmetry and mirror are those of {@link org.kindlin.numerics.sigmoid.SigmoidCurve}.
 */
final class LogLogistic extends Plateaued {
    private static final int SLOPE = 3;
    private static final int ASYMMETRY = 4;

    private final boolean asymmetric;

    private LogLogistic(String name, Direction direction, boolean asymmetric, CurveParameter... shape) {
        super(name, direction, shape);
        this.asymmetric = asymmetric;
    }

    static LogLogistic fourParameter(Direction direction) {
        return new LogLogistic(
                "4pl", direction, false, CurveParameter.dose("ic50"), CurveParameter.slope("hillSlope", 0.1, 10));
    }

    static LogLogistic fiveParameter(Direction direction) {
        return new LogLogistic(
                "5pl",
                direction,
                true,
                CurveParameter.dose("ic50"),
                CurveParameter.slope("hillSlope", 0.1, 10),
                CurveParameter.slope("asymmetry", 0.1, 10).every(0.8));
    }

    @Override
    Dual share(Dual[] p, Dual logDose) {
        Dual z = logDose.minus(p[PLACE]).times(p[SLOPE]).times(LN10);
        if (!asymmetric) {
            return Shapes.falling(z.times(sign()));
        }
        Dual fraction =
                softPlus(z.plus(oddsAtMidpoint(p))).times(p[ASYMMETRY]).negate().exp();
        return isFalling() ? fraction : fraction.negate().plus(1);
    }

    @Override
    Dual inverse(Dual[] p, Dual share) {
        Dual fraction = isFalling() ? share : share.negate().plus(1);
        if (!asymmetric) {
            Dual odds = fraction.log().minus(fraction.negate().log1p());
            return odds.negate().dividedBy(p[SLOPE]).dividedBy(LN10).plus(p[PLACE]);
        }
        Dual z = fraction.log().dividedBy(p[ASYMMETRY]).negate().expm1().log();
        return z.minus(oddsAtMidpoint(p)).dividedBy(p[SLOPE]).dividedBy(LN10).plus(p[PLACE]);
    }

    /** {@code ln(2^(1/g) - 1)}. */
    private static Dual oddsAtMidpoint(Dual[] p) {
        return p[ASYMMETRY].reciprocal().times(StrictMath.log(2)).expm1().log();
    }

    /** {@code ln(1 + e^z)} without overflow. */
    private static Dual softPlus(Dual z) {
        return z.value() > 0 ? z.negate().exp().log1p().plus(z) : z.exp().log1p();
    }
}
