package org.kindlin.numerics.curve;

import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.regression.Dual;
import org.kindlin.numerics.sigmoid.Direction;

/**
 * Hormesis after P. Brain and R. Cousens (Weed Research 29:93-96, 1989): {@code y = bottom + (top - bottom + f x)/(1 +
 * (x/e)^b)}, a response that first rises above its control (f positive) and then falls; for a rising effect, turned over:
 * {@code y = top - (top - bottom + f x)/(1 + (x/e)^b)}.
 *
 * <p>b must exceed 1, or the hormesis never ends. e is no mid-point where f is not zero. The four-parameter form fixes the
 * bottom at 0.
 */
final class BrainCousens implements CurveFamily {
    private static final double LN10 = 2.302585092994046;
    private static final int TOP = 0;
    private static final int BOTTOM = 1;
    private static final int PLACE = 2;
    private static final int SLOPE = 3;
    private static final int HORMESIS = 4;

    private final Direction direction;
    private final List<CurveParameter> parameters = List.of(
            CurveParameter.response("top"),
            CurveParameter.response("bottom"),
            CurveParameter.dose("place"),
            CurveParameter.slope("slope", 1.001, 10).every(0.25),
            CurveParameter.linear("hormesis", CurveParameter.Kind.RESPONSE_PER_DOSE));

    BrainCousens(Direction direction) {
        this.direction = direction;
    }

    @Override
    public String name() {
        return "brain-cousens";
    }

    @Override
    public List<CurveParameter> parameters() {
        return parameters;
    }

    @Override
    public Dual at(Dual[] p, Dual logDose) {
        Dual divisor = logDose.minus(p[PLACE]).times(p[SLOPE]).times(LN10).exp().plus(1);
        Dual stimulus = p[HORMESIS].times(logDose.times(LN10).exp());
        return beyond(p, p[TOP].minus(p[BOTTOM]).plus(stimulus).dividedBy(divisor));
    }

    @Override
    public Dual atZeroDose(Dual[] p) {
        return start(p);
    }

    private Dual beyond(Dual[] p, Dual rest) {
        return direction == Direction.FALLING ? p[BOTTOM].plus(rest) : p[TOP].minus(rest);
    }

    @Override
    public Dual start(Dual[] p) {
        return direction == Direction.FALLING ? p[TOP] : p[BOTTOM];
    }

    @Override
    public Optional<Dual> end(Dual[] p) {
        return Optional.of(direction == Direction.FALLING ? p[BOTTOM] : p[TOP]);
    }

    @Override
    public Dual[] shifted(Dual[] p, Dual decades) {
        Dual[] moved = p.clone();
        moved[PLACE] = p[PLACE].plus(decades);
        moved[HORMESIS] = p[HORMESIS].times(decades.times(-LN10).exp());
        return moved;
    }

    @Override
    public int placeParameter() {
        return PLACE;
    }

    @Override
    public boolean admits(double[] p) {
        return p[TOP] >= p[BOTTOM];
    }
}
