package org.kindlin.numerics.curve;

import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.regression.Dual;

/** The straight line over the dose: {@code y = intercept + slope x}. It has no plateau, so no effect is half of it. */
final class StraightLine implements CurveFamily {
    private static final double LN10 = 2.302585092994046;
    private static final int INTERCEPT = 0;
    private static final int SLOPE = 1;

    private final List<CurveParameter> parameters = List.of(
            CurveParameter.response("intercept"),
            CurveParameter.linear("slope", CurveParameter.Kind.RESPONSE_PER_DOSE));

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public List<CurveParameter> parameters() {
        return parameters;
    }

    @Override
    public Dual at(Dual[] p, Dual logDose) {
        return p[SLOPE].times(logDose.times(LN10).exp()).plus(p[INTERCEPT]);
    }

    @Override
    public Dual atZeroDose(Dual[] p) {
        return p[INTERCEPT];
    }

    @Override
    public Optional<Dual> end(Dual[] p) {
        return Optional.empty();
    }

    @Override
    public Dual[] shifted(Dual[] p, Dual decades) {
        return new Dual[] {p[INTERCEPT], p[SLOPE].times(decades.times(-LN10).exp())};
    }

    @Override
    public int placeParameter() {
        return SLOPE;
    }

    @Override
    public Dual logDoseAt(Dual[] p, Dual response) {
        return response.minus(p[INTERCEPT]).dividedBy(p[SLOPE]).log().dividedBy(LN10);
    }
}
