package org.kindlin.numerics.curve;

import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.regression.Dual;

/** No response at any dose: {@code y = 0}, tcplfit2's cnst. It has no parameters and no place on the dose axis. */
final class Constant implements CurveFamily {

    @Override
    public String name() {
        return "cnst";
    }

    @Override
    public List<CurveParameter> parameters() {
        return List.of();
    }

    @Override
    public Dual at(Dual[] p, Dual logDose) {
        return Dual.constant(0);
    }

    @Override
    public Dual atZeroDose(Dual[] p) {
        return Dual.constant(0);
    }

    @Override
    public Optional<Dual> end(Dual[] p) {
        return Optional.empty();
    }

    @Override
    public Dual[] shifted(Dual[] p, Dual decades) {
        return p;
    }

    @Override
    public int placeParameter() {
        return -1;
    }

    @Override
    public Dual logDoseAt(Dual[] p, Dual response) {
        return Dual.constant(Double.NaN);
    }
}
