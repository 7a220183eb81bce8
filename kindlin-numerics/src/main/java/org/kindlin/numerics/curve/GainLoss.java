package org.kindlin.numerics.curve;

import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.regression.Dual;

/**
 * A Hill curve that is lost again at higher doses: {@code y = tp/((1 + (ga/x)^p)(1 + (x/la)^q))}, the loss 1.5 to 6
 * decades beyond the gain (the width). tp is the height without loss; full effect is the peak of the curve.
 */
final class GainLoss extends FromZero {
    private static final int POWER = 2;
    private static final int WIDTH = 3;
    private static final int LOSS_POWER = 4;
    private static final double LEAST_WIDTH = 1.5;
    private static final double MOST_WIDTH = 6;
    private static final int GOLDEN_STEPS = 80;
    private static final double GOLDEN = 0.6180339887498949;

    GainLoss() {
        super(
                "gnls",
                true,
                gain().every(0.5),
                power("p").every(0.9),
                new CurveParameter("width", CurveParameter.Kind.DECADES, LEAST_WIDTH, MOST_WIDTH, 0.75),
                power("q").every(0.9));
    }

    @Override
    Dual unit(Dual[] p, Dual logDose) {
        Dual gained = Shapes.falling(p[PLACE].minus(logDose).times(p[POWER]).times(LN10));
        Dual kept = Shapes.falling(logDose.minus(loss(p)).times(p[LOSS_POWER]).times(LN10));
        return gained.times(kept);
    }

    /** The peak: it is flat there, so the derivatives at its dose are those of its height. */
    @Override
    public Optional<Dual> end(Dual[] p) {
        Dual[] plain = Crossing.constants(p);
        double low = p[PLACE].value() - LEAST_WIDTH;
        double high = loss(plain).value() + LEAST_WIDTH;
        for (int i = 0; i < GOLDEN_STEPS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (unit(plain, Dual.constant(left)).value()
                    < unit(plain, Dual.constant(right)).value()) {
                low = left;
            } else {
                high = right;
            }
        }
        return Optional.of(at(p, Dual.constant(0.5 * (low + high))));
    }

    private static Dual loss(Dual[] p) {
        return p[PLACE].plus(p[WIDTH]);
    }

    /** The dose at which half is lost. */
    @Override
    public List<Derived> derived(Dual[] p) {
        return List.of(new Derived("la", CurveParameter.Kind.LOG_DOSE, loss(p)));
    }
}
