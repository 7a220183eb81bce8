package org.kindlin.numerics.curve;

import org.kindlin.numerics.regression.Dual;
import org.kindlin.numerics.sigmoid.Direction;

/**
 * Two independent sites of slope one: {@code share = q/(1 + x/ic50High) + (1 - q)/(1 + x/ic50Low)}, q being the fraction
 * of the sites of high affinity (H. Motulsky and A. Christopoulos, Fitting Models to Biological Data, 2004, chapter 45),
 * and for a rising curve one less that.
 */
final class Biphasic extends Plateaued {
    private static final int LOW_AFFINITY = 3;
    private static final int FRACTION = 4;

    Biphasic(Direction direction) {
        super(
                "biphasic",
                direction,
                CurveParameter.dose("ic50-high-affinity").every(0.4),
                CurveParameter.dose("ic50-low-affinity").every(0.4),
                new CurveParameter("fraction-high-affinity", CurveParameter.Kind.SHARE, 0, 1, 0.17));
    }

    @Override
    Dual share(Dual[] p, Dual logDose) {
        Dual high = occupied(p[PLACE], logDose).times(p[FRACTION]);
        Dual low = occupied(p[LOW_AFFINITY], logDose).times(p[FRACTION].negate().plus(1));
        return high.plus(low);
    }

    private Dual occupied(Dual logIc50, Dual logDose) {
        return Shapes.falling(logDose.minus(logIc50).times(sign() * LN10));
    }

    /** The quadratic {@code share (1 + u)(1 + v) = q (1 + v) + (1 - q)(1 + u)} has no shorter form than the root search. */
    @Override
    Dual inverse(Dual[] p, Dual share) {
        Dual[] unit = p.clone();
        unit[TOP] = Dual.constant(1);
        unit[BOTTOM] = Dual.constant(0);
        return Crossing.of(this, unit, share);
    }

    @Override
    public Dual[] shifted(Dual[] p, Dual decades) {
        Dual[] moved = super.shifted(p, decades);
        moved[LOW_AFFINITY] = p[LOW_AFFINITY].plus(decades);
        return moved;
    }

    /** The site of higher affinity first. */
    @Override
    public double[] canonical(double[] p) {
        return p[PLACE] <= p[LOW_AFFINITY]
                ? p
                : new double[] {p[TOP], p[BOTTOM], p[LOW_AFFINITY], p[PLACE], 1 - p[FRACTION]};
    }
}
